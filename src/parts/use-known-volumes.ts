import { useQuery } from '@tanstack/react-query'

import { noVolumes, type VolumeIndex, volumeIndex } from '#src/model/attach/held-volume.ts'
import { useScope } from '#src/queries/session.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'

/** The project's volumes as far as they are known, by id and by the instances that hold them. */
export function useVolumeIndex(): VolumeIndex {
  const { data } = useQuery(volumesQuery(useScope()))
  return data ? volumeIndex(data) : noVolumes
}
