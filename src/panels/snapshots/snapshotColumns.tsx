import type { TFunction } from 'i18next'

import { snapshotOrders, type VolumeNames } from '#src/model/snapshot-filter.ts'
import { type Snapshot, snapshotNameOf } from '#src/model/snapshot.ts'
import { VolumeLink } from '#src/parts/VolumeLink.tsx'
import { ClippedText } from '#src/ui/ClippedText.tsx'
import type { DataColumn } from '#src/ui/data-column.ts'
import { gibibytes } from '#src/ui/formats.ts'
import { RowLink } from '#src/ui/RowLink.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

import { SnapshotActions } from './SnapshotActions.tsx'
import { SnapshotStatusCell } from './SnapshotStatusCell.tsx'

const NameCell = ({ snapshot }: { snapshot: Snapshot }) => (
  <RowLink
    to="/project/snapshots/$snapshotId"
    params={{ snapshotId: snapshot.id }}
    title={snapshotNameOf(snapshot)}
  >
    {snapshotNameOf(snapshot)}
  </RowLink>
)

/** The columns of the Snapshots table, in Horizon's order. */
export function snapshotColumns(
  t: TFunction<'snapshots'>,
  language: string,
  names: VolumeNames,
): DataColumn<Snapshot>[] {
  const orders = snapshotOrders(names)
  return [
    {
      id: 'name',
      label: t('columns.name'),
      cell: (snapshot) => <NameCell snapshot={snapshot} />,
      compare: orders.name,
      size: 144,
      grow: 2,
      hideable: false,
      isName: true,
    },
    {
      id: 'description',
      label: t('columns.description'),
      cell: ({ description }) => (
        <ClippedText text={description || t('none')} title={description} />
      ),
      compare: orders.description,
      size: 110,
      grow: 2,
    },
    {
      id: 'size',
      label: t('columns.size'),
      cell: ({ sizeGiB }) => gibibytes(sizeGiB, language),
      compare: orders.size,
      size: 76,
      align: 'right',
    },
    {
      id: 'status',
      label: t('columns.status'),
      cell: (snapshot) => <SnapshotStatusCell snapshot={snapshot} />,
      compare: orders.status,
      size: 110,
    },
    {
      id: 'volumeName',
      label: t('columns.volumeName'),
      cell: ({ volumeId }) => <VolumeLink id={volumeId} name={names.get(volumeId)} />,
      compare: orders.volumeName,
      size: 130,
      grow: 2,
    },
    {
      id: 'created',
      label: t('columns.created'),
      cell: ({ createdAt }) => <TimeText at={createdAt} />,
      compare: orders.created,
      size: 106,
    },
    {
      id: 'actions',
      label: t('columns.actions'),
      cell: (snapshot) => <SnapshotActions snapshot={snapshot} />,
      size: 68,
      staysAtEnd: true,
      hideable: false,
    },
  ]
}
