import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { nameOf, type VolumeId } from '#src/model/volume/volume.ts'
import { VolumeLink } from '#src/parts/VolumeLink.tsx'
import { useScope } from '#src/queries/session.ts'
import { snapshotsQuery } from '#src/queries/volumes/snapshots.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'
import { CopyButton } from '#src/ui/form/CopyButton.tsx'
import { PageLink } from '#src/ui/page/PageLink.tsx'

/** The volume that another was made from: its name where the page knows it, else its id. */
export function SourceVolume({ id }: { id: VolumeId }) {
  const { t } = useTranslation('volumeDetails')
  const { data } = useQuery({ ...volumesQuery(useScope()), enabled: false })
  const volume = data?.volumes.find((one) => one.id === id)
  return (
    <>
      <VolumeLink id={id} name={volume && nameOf(volume)} />
      <CopyButton text={id} what={t('fields.id')} />
    </>
  )
}

/** The snapshot that a volume was made from. */
export function SourceSnapshot({ id }: { id: string }) {
  const { t } = useTranslation('volumeDetails')
  const { data } = useQuery(snapshotsQuery(useScope()))
  const snapshot = data?.find((one) => one.id === id)
  return (
    <>
      <SnapshotLink id={id} name={snapshot?.name} />
      <CopyButton text={id} what={t('fields.id')} />
    </>
  )
}

/** A link to a snapshot's page, by its name, or its id where it has none. */
export const SnapshotLink = ({ id, name }: { id: string; name: string | undefined }) => (
  <PageLink to="/project/snapshots/$snapshotId" params={{ snapshotId: id }} underline="hover">
    <bdi>{name || id}</bdi>
  </PageLink>
)
