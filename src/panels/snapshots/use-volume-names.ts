import { useQuery } from '@tanstack/react-query'

import type { VolumeNames } from '#src/model/snapshot/snapshot-filter.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { useScope } from '#src/queries/session.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'

const namesIn = ({ volumes }: { volumes: readonly { id: string; name: string }[] }): VolumeNames =>
  new Map(volumes.map((volume) => [volume.id, nameOf(volume)]))

const unknown: VolumeNames = new Map()

/** What the project's volumes are called, by id, as far as it is known; and why it is not, where it could not be read. */
export function useVolumeNames(): { names: VolumeNames; error: Error | null; retry: () => void } {
  const { data, error, refetch } = useQuery({
    ...volumesQuery(useScope()),
    select: namesIn,
    structuralSharing: false,
  })
  return { names: data ?? unknown, error, retry: () => void refetch() }
}
