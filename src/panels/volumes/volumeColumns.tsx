import type { TFunction } from 'i18next'

import type { KnownInstances } from '#src/model/holder.ts'
import { compareNames } from '#src/model/natural-order.ts'
import { projectNameOf, type ProjectNames, volumeOrders } from '#src/model/volume-filter.ts'
import { groupNameOf, type KnownGroups } from '#src/model/volume-group.ts'
import { nameOf, type Volume, type VolumeId } from '#src/model/volume.ts'
import { useVolumesPath } from '#src/parts/volumes-path.ts'
import type { DataColumn } from '#src/ui/data-column.ts'
import { gibibytes } from '#src/ui/formats.ts'
import { RowLink } from '#src/ui/RowLink.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

import { AttachedTo } from './AttachedTo.tsx'
import { HostCell } from './HostCell.tsx'
import { VolumeActions } from './VolumeActions.tsx'
import type { VolumesDialog } from './volumes-search.ts'
import { VolumeStatusCell } from './VolumeStatusCell.tsx'

import css from './volumeColumns.module.css'

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

/** The columns that only the table of all projects has; it begins with them, as Horizon's does. */
function columnsOfAll(t: TFunction<'volumes'>, projects: ProjectNames): DataColumn<Volume>[] {
  return [
    {
      id: 'project',
      label: t('columns.project'),
      cell: (volume) => projectNameOf(volume, projects) || t('none'),
      compare: (a, b) => compareNames(projectNameOf(a, projects), projectNameOf(b, projects)),
      size: 104,
    },
    {
      id: 'host',
      label: t('columns.host'),
      cell: (volume) => <HostCell volume={volume} />,
      compare: volumeOrders.host,
      size: 140,
    },
  ]
}

/**
 * The columns of the Volumes table, in Horizon's order; with `projects`, the names of all, of that of all projects. Where it is
 * `narrow` the name comes first, so that it is in sight.
 */
export function volumeColumns({
  t,
  language,
  groups,
  instances,
  onOpen,
  projects,
  narrow,
}: {
  t: TFunction<'volumes'>
  language: string
  groups: KnownGroups
  instances: KnownInstances
  /** Opens a dialog about a volume. */
  onOpen: (dialog: VolumesDialog, volume: VolumeId) => void
  projects: ProjectNames | undefined
  narrow: boolean
}): DataColumn<Volume>[] {
  // Looked up once, and not for each cell.
  const [yes, no] = [t('yes'), t('no')]
  const yesNo = (value: boolean) => (value ? yes : no)
  const ofAll = projects ? columnsOfAll(t, projects) : []
  return [
    ...(narrow ? [] : ofAll),
    {
      id: 'name',
      label: t('columns.name'),
      cell: (volume) => <NameCell volume={volume} />,
      compare: volumeOrders.name,
      size: 170,
      grow: 3,
      hideable: false,
      isName: true,
    },
    ...(narrow ? ofAll : []),
    {
      id: 'size',
      label: t('columns.size'),
      cell: ({ sizeGiB }) => gibibytes(sizeGiB, language),
      compare: volumeOrders.size,
      size: 80,
      align: 'right',
    },
    {
      id: 'status',
      label: t('columns.status'),
      cell: (volume) => <VolumeStatusCell volume={volume} />,
      compare: volumeOrders.status,
      size: 104,
    },
    {
      id: 'group',
      label: t('columns.group'),
      cell: ({ groupId }) => groupNameOf(groupId, groups) || t('none'),
      compare: (a, b) =>
        compareNames(groupNameOf(a.groupId, groups), groupNameOf(b.groupId, groups)),
      size: 90,
    },
    {
      id: 'type',
      label: t('columns.type'),
      cell: ({ typeName }) => typeName ?? t('none'),
      compare: volumeOrders.type,
      size: 98,
    },
    {
      id: 'attachedTo',
      label: t('columns.attachedTo'),
      cell: (volume, width) => (
        <AttachedTo volume={volume} instances={instances} width={width} onOpen={onOpen} />
      ),
      compare: volumeOrders.attachedTo,
      size: 174,
      grow: 2,
    },
    {
      id: 'availabilityZone',
      label: t('columns.availabilityZone'),
      cell: ({ availabilityZone }) => availabilityZone ?? t('none'),
      compare: volumeOrders.availabilityZone,
      size: 92,
    },
    {
      id: 'bootable',
      label: t('columns.bootable'),
      cell: ({ bootable }) => yesNo(bootable),
      compare: volumeOrders.bootable,
      size: 76,
    },
    {
      id: 'encrypted',
      label: t('columns.encrypted'),
      cell: ({ encrypted }) => yesNo(encrypted),
      compare: volumeOrders.encrypted,
      size: 84,
    },
    {
      id: 'shareable',
      label: t('columns.shareable'),
      cell: ({ shareable }) => yesNo(shareable),
      compare: volumeOrders.shareable,
      size: 84,
    },
    {
      id: 'created',
      label: t('columns.created'),
      cell: ({ createdAt }) => <TimeText at={createdAt} />,
      compare: volumeOrders.created,
      size: 112,
    },
    {
      id: 'actions',
      label: t('columns.actions'),
      cell: (volume) => <VolumeActions volume={volume} />,
      size: 66,
      hideable: false,
      staysAtEnd: true,
    },
  ]
}
