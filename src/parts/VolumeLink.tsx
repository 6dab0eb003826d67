import type { VolumeId } from '#src/model/volume/volume.ts'
import { PageLink } from '#src/ui/page/PageLink.tsx'

import { useVolumesPath } from './use-volumes-path.ts'

/** A link to a volume's page, by its name, or its id where no name is known. */
export function VolumeLink({ id, name }: { id: VolumeId; name: string | undefined }) {
  const path = useVolumesPath()
  return (
    <PageLink
      to={`${path}/$volumeId`}
      params={{ volumeId: id }}
      underline="hover"
      title={name ?? id}
      sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
    >
      <bdi>{name ?? id}</bdi>
    </PageLink>
  )
}
