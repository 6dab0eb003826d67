import type { TFunction } from 'i18next'

import type { VolumeOnHost } from '#src/model/fail-over/host-impact.ts'
import { projectNameOf, type ProjectNames } from '#src/model/volume/volume-filter.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import type { StandardColumns } from '#src/parts/table/standard-columns.tsx'
import { VolumeLink } from '#src/parts/VolumeLink.tsx'
import type { Column } from '#src/ui/table/column.ts'

import { ElsewhereCell, HereCell } from './HolderChips.tsx'
import { HostVolumeActions } from './HostVolumeActions.tsx'
import { VolumeStateCell } from './VolumeStateCell.tsx'

/** The columns of the volumes of a host. */
export function hostVolumeColumns(
  columns: StandardColumns<VolumeOnHost>,
  t: TFunction<'hosts'>,
  projects: ProjectNames,
): Column<VolumeOnHost>[] {
  return [
    columns.name(({ volume }) => nameOf(volume), {
      label: t('volume.name'),
      cell: ({ volume }) => <VolumeLink id={volume.id} name={nameOf(volume)} />,
      size: 150,
      grow: 2,
    }),
    columns.text('project', t('volume.project'), ({ volume }) => projectNameOf(volume, projects), {
      size: 110,
      grow: 1,
    }),
    {
      id: 'here',
      label: t('volume.here'),
      value: ({ here }) => here.map(({ name }) => name),
      cell: (row, width) => <HereCell row={row} width={width} />,
      highestFirst: true,
      size: 200,
      grow: 3,
    },
    {
      id: 'elsewhere',
      label: t('volume.elsewhere'),
      value: ({ elsewhere }) => elsewhere.map(({ name }) => name),
      cell: (row, width) => <ElsewhereCell row={row} width={width} />,
      highestFirst: true,
      size: 230,
      grow: 4,
    },
    columns.status(({ volume }) => volume.status, {
      cell: ({ volume }) => <VolumeStateCell volume={volume} />,
      size: 120,
    }),
    columns.yesNo('shareable', t('volume.shareable'), ({ volume }) => volume.shareable, {
      highestFirst: true,
      size: 100,
    }),
    columns.actions((row) => <HostVolumeActions row={row} />, { size: 76 }),
  ]
}
