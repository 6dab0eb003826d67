import type { TFunction } from 'i18next'

import { holdersOf, type KnownInstances } from '#src/model/attach/holder.ts'
import { projectNameOf, type ProjectNames } from '#src/model/volume/volume-filter.ts'
import { groupNameOf, type KnownGroups } from '#src/model/volume/volume-group.ts'
import { nameOf, type Volume, type VolumeId } from '#src/model/volume/volume.ts'
import { VolumeActions } from '#src/panels/volumes/menu/VolumeActions.tsx'
import type { VolumesDialog } from '#src/panels/volumes/volumes-search.ts'
import { VolumeStatusCell } from '#src/panels/volumes/VolumeStatusCell.tsx'
import type { StandardColumns } from '#src/parts/table/standard-columns.tsx'
import { useVolumesPath } from '#src/parts/use-volumes-path.ts'
import type { Column } from '#src/ui/table/column.ts'
import { RowLink } from '#src/ui/table/RowLink.tsx'
import type { ExportColumn } from '#src/ui/table/table-export.ts'

import { AttachedTo } from './AttachedTo.tsx'
import { HostCell } from './HostCell.tsx'

import css from './volume-columns.module.css'

function NameCell({ volume }: { volume: Volume }) {
  const path = useVolumesPath()
  return (
    <div className={css.name}>
      <RowLink to={`${path}/$volumeId`} params={{ volumeId: volume.id }} title={nameOf(volume)}>
        {nameOf(volume)}
      </RowLink>
      {volume.description && (
        <div title={volume.description} className={css.description}>
          <bdi>{volume.description}</bdi>
        </div>
      )}
    </div>
  )
}

/**
 * The columns of the Volumes table, in Horizon's order; with `projects`, the names of all, of that of all projects, which begins
 * with project and host. Where it is `narrow` the name comes first, so that it is in sight.
 */
export function volumeColumns(
  columns: StandardColumns<Volume>,
  {
    t,
    groups,
    instances,
    onOpen,
    projects,
    narrow,
  }: {
    t: TFunction<'volumes'>
    groups: KnownGroups
    instances: KnownInstances
    /** Opens a dialog about a volume. */
    onOpen: (dialog: VolumesDialog, volume: VolumeId) => void
    projects: ProjectNames | undefined
    narrow: boolean
  },
): Column<Volume>[] {
  const ofAll = projects
    ? [
        columns.text('project', t('columns.project'), (volume) => projectNameOf(volume, projects), {
          size: 104,
        }),
        columns.text('host', t('columns.host'), ({ host }) => host, {
          cell: (volume) => <HostCell volume={volume} />,
          size: 140,
        }),
      ]
    : []
  return [
    ...(narrow ? [] : ofAll),
    columns.name(nameOf, {
      cell: (volume) => <NameCell volume={volume} />,
      size: 170,
      grow: 3,
    }),
    ...(narrow ? ofAll : []),
    columns.size(({ sizeGiB }) => sizeGiB, { size: 80 }),
    columns.status(({ status }) => status, {
      cell: (volume) => <VolumeStatusCell volume={volume} />,
      size: 104,
    }),
    columns.text('group', t('columns.group'), ({ groupId }) => groupNameOf(groupId, groups), {
      size: 90,
    }),
    columns.text('type', t('columns.type'), ({ typeName }) => typeName, { size: 98 }),
    {
      id: 'attachedTo',
      label: t('columns.attachedTo'),
      value: (volume) =>
        holdersOf(volume, instances).map(({ name, device }) =>
          device === null ? name : t('export.on', { device, instance: name }),
        ),
      cell: (volume, width) => (
        <AttachedTo volume={volume} instances={instances} width={width} onOpen={onOpen} />
      ),
      // Finding the names of thousands of holders takes time that sorting does not need.
      compare: (a, b) => a.attachments.length - b.attachments.length,
      size: 174,
      grow: 2,
    },
    columns.availabilityZone(({ availabilityZone }) => availabilityZone, { size: 92 }),
    columns.yesNo('bootable', t('columns.bootable'), ({ bootable }) => bootable, { size: 76 }),
    columns.yesNo('encrypted', t('columns.encrypted'), ({ encrypted }) => encrypted, { size: 84 }),
    columns.yesNo('shareable', t('columns.shareable'), ({ shareable }) => shareable, { size: 84 }),
    columns.created(({ createdAt }) => createdAt, { size: 112 }),
    columns.actions((volume) => <VolumeActions volume={volume} />, { size: 66 }),
  ]
}

/** What is exported besides the columns. */
export const exportedBesides = (t: TFunction<'volumes'>): ExportColumn<Volume>[] => [
  { id: 'description', label: t('export.description'), value: ({ description }) => description },
  { id: 'id', label: t('export.id'), value: ({ id }) => id },
]
