import type { TFunction } from 'i18next'

import type { VolumeOnHost } from '#src/model/host-impact.ts'
import { compareNames } from '#src/model/natural-order.ts'
import { projectNameOf, type ProjectNames } from '#src/model/volume-filter.ts'
import { nameOf } from '#src/model/volume.ts'
import { VolumeLink } from '#src/parts/VolumeLink.tsx'
import type { DataColumn } from '#src/ui/data-column.ts'

import { ElsewhereCell, HereCell } from './HolderChips.tsx'
import { HostVolumeActions } from './HostVolumeActions.tsx'
import { VolumeStateCell } from './VolumeStateCell.tsx'

const by = (text: (row: VolumeOnHost) => string) => (a: VolumeOnHost, b: VolumeOnHost) =>
  compareNames(text(a), text(b))

/** The columns of the volumes of a host. */
export function hostVolumeColumns(
  t: TFunction<'hosts'>,
  projects: ProjectNames,
): DataColumn<VolumeOnHost>[] {
  const project = ({ volume }: VolumeOnHost) => projectNameOf(volume, projects)
  return [
    {
      id: 'name',
      label: t('volume.name'),
      cell: ({ volume }) => <VolumeLink id={volume.id} name={nameOf(volume)} />,
      compare: by(({ volume }) => nameOf(volume)),
      size: 150,
      grow: 2,
      hideable: false,
      isName: true,
    },
    {
      id: 'project',
      label: t('volume.project'),
      cell: project,
      compare: by(project),
      size: 110,
      grow: 1,
    },
    {
      id: 'here',
      label: t('volume.here'),
      cell: (row, width) => <HereCell row={row} width={width} />,
      compare: (a, b) => b.here.length - a.here.length,
      size: 200,
      grow: 3,
    },
    {
      id: 'elsewhere',
      label: t('volume.elsewhere'),
      cell: (row, width) => <ElsewhereCell row={row} width={width} />,
      compare: (a, b) => b.elsewhere.length - a.elsewhere.length,
      size: 230,
      grow: 4,
    },
    {
      id: 'status',
      label: t('volume.status'),
      cell: ({ volume }) => <VolumeStateCell volume={volume} />,
      compare: by(({ volume }) => volume.status),
      size: 120,
    },
    {
      id: 'shareable',
      label: t('volume.shareable'),
      cell: ({ volume }) => t(volume.shareable ? 'yes' : 'no'),
      compare: (a, b) => Number(b.volume.shareable) - Number(a.volume.shareable),
      size: 100,
    },
    {
      id: 'actions',
      label: t('volume.actions'),
      cell: (row) => <HostVolumeActions row={row} />,
      size: 76,
      hideable: false,
      staysAtEnd: true,
    },
  ]
}
