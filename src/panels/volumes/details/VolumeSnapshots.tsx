import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import { QueryState } from '#src/parts/QueryState.tsx'
import { statusWord, toneOf } from '#src/parts/words/status-words.ts'
import { useScope } from '#src/queries/session.ts'
import { snapshotsQuery } from '#src/queries/volumes/snapshots.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { gibibytes } from '#src/ui/formats.ts'
import { PlainTable } from '#src/ui/table/PlainTable.tsx'

import { SnapshotLink } from './VolumeSource.tsx'

/** The snapshots of a volume. */
export function VolumeSnapshots({ details: { volume } }: { details: VolumeDetails }) {
  const { t, i18n } = useTranslation('volumeDetails')
  const { t: tVolumes } = useTranslation('volumes')
  const query = useQuery(snapshotsQuery(useScope()))
  const snapshots = (query.data ?? []).filter(({ volumeId }) => volumeId === volume.id)
  return (
    <QueryState
      query={query}
      failed={t('snapshots.failed')}
      empty={snapshots.length === 0 ? t('snapshots.none') : undefined}
    >
      <PlainTable
        label={t('snapshots.table')}
        heads={[t('snapshots.name'), t('snapshots.status'), t('snapshots.size')]}
        rows={snapshots.map(({ id, name, status, sizeGiB }) => ({
          key: id,
          name: name || id,
          cells: [
            <SnapshotLink key="name" id={id} name={name} />,
            <StatusChip key="status" tone={toneOf(status)} label={statusWord(tVolumes, status)} />,
            gibibytes(sizeGiB, i18n.language),
          ],
        }))}
      />
    </QueryState>
  )
}
