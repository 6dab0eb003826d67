import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { nameOf, type VolumeId } from '#src/model/volume.ts'
import { useSession } from '#src/queries/session.ts'
import { snapshotsQuery } from '#src/queries/snapshots.ts'
import { volumesQuery } from '#src/queries/volumes.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { PageLink } from '#src/ui/PageLink.tsx'

/** The volume that another was made from: its name where the page knows it, else its id. */
export function SourceVolume({ id }: { id: VolumeId }) {
  const { t } = useTranslation('volumeDetails')
  const { data } = useQuery({ ...volumesQuery(useSession()), enabled: false })
  const volume = data?.volumes.find((one) => one.id === id)
  return (
    <>
      <PageLink to="/project/volumes/$volumeId" params={{ volumeId: id }} underline="hover">
        <bdi>{volume ? nameOf(volume) : id}</bdi>
      </PageLink>
      <CopyButton text={id} what={t('fields.id')} />
    </>
  )
}

/** The snapshot that a volume was made from. */
export function SourceSnapshot({ id }: { id: string }) {
  const { t } = useTranslation('volumeDetails')
  const { data } = useQuery(snapshotsQuery(useSession()))
  const snapshot = data?.find((one) => one.id === id)
  return (
    <>
      <Link href={snapshotPath(id)} underline="hover">
        <bdi>{snapshot?.name || id}</bdi>
      </Link>
      <CopyButton text={id} what={t('fields.id')} />
    </>
  )
}

/** Where a snapshot has its page. */
export const snapshotPath = (id: string): string => `/project/snapshots/${encodeURIComponent(id)}`
