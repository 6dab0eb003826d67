import type { TFunction } from 'i18next'

import type { VolumeNames } from '#src/model/snapshot/snapshot-filter.ts'
import { type Snapshot, snapshotNameOf } from '#src/model/snapshot/snapshot.ts'
import { nothing, type StandardColumns } from '#src/parts/table/standard-columns.tsx'
import { VolumeLink } from '#src/parts/VolumeLink.tsx'
import { ClippedText } from '#src/ui/table/ClippedText.tsx'
import type { Column } from '#src/ui/table/column.ts'
import { RowLink } from '#src/ui/table/RowLink.tsx'

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
  columns: StandardColumns<Snapshot>,
  t: TFunction<'snapshots'>,
  names: VolumeNames,
): Column<Snapshot>[] {
  return [
    columns.name(snapshotNameOf, {
      cell: (snapshot) => <NameCell snapshot={snapshot} />,
      size: 144,
      grow: 2,
    }),
    columns.text('description', t('columns.description'), ({ description }) => description, {
      cell: ({ description }) => <ClippedText text={description || nothing} title={description} />,
      size: 110,
      grow: 2,
    }),
    columns.size(({ sizeGiB }) => sizeGiB, { size: 76 }),
    columns.status(({ status }) => status, {
      cell: (snapshot) => <SnapshotStatusCell snapshot={snapshot} />,
      size: 110,
    }),
    columns.text(
      'volumeName',
      t('columns.volumeName'),
      ({ volumeId }) => names.get(volumeId) ?? volumeId,
      {
        cell: ({ volumeId }) => <VolumeLink id={volumeId} name={names.get(volumeId)} />,
        size: 130,
        grow: 2,
      },
    ),
    columns.created(({ createdAt }) => createdAt, { size: 106 }),
    columns.actions((snapshot) => <SnapshotActions snapshot={snapshot} />, { size: 68 }),
  ]
}
