import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { type Snapshot, snapshotNameOf } from '#src/model/snapshot/snapshot.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { VolumeLink } from '#src/parts/VolumeLink.tsx'
import { useScope } from '#src/queries/session.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'
import { CopyableText } from '#src/ui/form/CopyableText.tsx'
import { gibibytes } from '#src/ui/formats.ts'
import { type Fact, FactList } from '#src/ui/page/FactList.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

import { SnapshotStatusCell } from './SnapshotStatusCell.tsx'

const copyable = (label: string, id: string): Fact => ({
  label,
  value: <CopyableText text={id} what={label} />,
})

/** All that is known of a snapshot, with the volume that it is of and the volumes made from it. */
export function SnapshotFacts({ snapshot }: { snapshot: Snapshot }) {
  const { t, i18n } = useTranslation('snapshots')
  const volumes = useQuery(volumesQuery(useScope())).data?.volumes ?? []
  const origin = volumes.find(({ id }) => id === snapshot.volumeId)
  const made = volumes.filter(({ snapshotId }) => snapshotId === snapshot.id)
  const pairs = Object.entries(snapshot.metadata).toSorted(([a], [b]) => a.localeCompare(b))
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <FactList
        title={t('details.overview')}
        facts={[
          { label: t('details.name'), value: snapshotNameOf(snapshot) },
          copyable(t('details.id'), snapshot.id),
          { label: t('details.description'), value: snapshot.description || t('none') },
          { label: t('details.status'), value: <SnapshotStatusCell snapshot={snapshot} /> },
          { label: t('details.size'), value: gibibytes(snapshot.sizeGiB, i18n.language) },
          { label: t('details.created'), value: <TimeText at={snapshot.createdAt} /> },
          ...(snapshot.groupSnapshotId === null
            ? []
            : [copyable(t('details.group'), snapshot.groupSnapshotId)]),
        ]}
      />
      <FactList
        title={t('details.volume')}
        facts={[
          {
            label: t('details.of'),
            value: <VolumeLink id={snapshot.volumeId} name={origin && nameOf(origin)} />,
          },
          copyable(t('details.volumeId'), snapshot.volumeId),
          {
            label: t('details.volumes'),
            value:
              made.length === 0
                ? t('details.noVolumes')
                : made.map((volume) => (
                    <Box key={volume.id}>
                      <VolumeLink id={volume.id} name={nameOf(volume)} />
                    </Box>
                  )),
          },
        ]}
      />
      <FactList
        title={t('details.metadata')}
        facts={
          pairs.length === 0
            ? [{ label: t('details.noMetadata'), value: '' }]
            : pairs.map(([label, value]) => ({ label, value: <bdi>{value}</bdi> }))
        }
      />
    </Box>
  )
}
