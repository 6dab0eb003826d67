import Link from '@mui/material/Link'
import type { TFunction } from 'i18next'

import type { InstanceWithVolumes } from '#src/model/instance/instance-filter.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import type { StandardColumns } from '#src/parts/table/standard-columns.tsx'
import type { Column } from '#src/ui/table/column.ts'

import { InstanceActions } from './InstanceActions.tsx'
import { InstanceStatusCell } from './InstanceStatusCell.tsx'
import { VolumesCell } from './VolumesCell.tsx'

function NameCell({ instance, onOpen }: { instance: Instance; onOpen: (one: Instance) => void }) {
  const name = instanceName(instance)
  return (
    <Link
      component="button"
      underline="hover"
      title={name}
      onClick={() => onOpen(instance)}
      sx={{
        maxWidth: '100%',
        minHeight: 28,
        font: 'inherit',
        fontWeight: 600,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        textAlign: 'start',
      }}
    >
      <bdi>{name}</bdi>
    </Link>
  )
}

/** The columns of the Instances table. Nova tells the host to administrators only, so nobody else has its column. */
export function instanceColumns(
  columns: StandardColumns<InstanceWithVolumes>,
  t: TFunction<'instances'>,
  { administrator, onOpen }: { administrator: boolean; onOpen: (instance: Instance) => void },
): Column<InstanceWithVolumes>[] {
  const host = columns.text('host', t('columns.host'), ({ instance }) => instance.host, {
    size: 120,
  })
  return [
    columns.name(({ instance }) => instanceName(instance), {
      label: t('columns.name'),
      cell: ({ instance }) => <NameCell instance={instance} onOpen={onOpen} />,
      size: 140,
      grow: 1,
    }),
    columns.status(({ instance }) => instance.status, {
      cell: ({ instance }) => <InstanceStatusCell instance={instance} />,
      size: 150,
    }),
    ...(administrator ? [host] : []),
    columns.availabilityZone(({ instance }) => instance.availabilityZone, { size: 120 }),
    {
      id: 'volumes',
      label: t('columns.volumes'),
      value: ({ volumes }) => volumes.map(nameOf),
      cell: ({ instance }, width) => <VolumesCell instance={instance} width={width} />,
      size: 240,
      grow: 4,
    },
    columns.created(({ instance }) => instance.createdAt, { size: 110 }),
    columns.actions(({ instance }) => <InstanceActions instance={instance} />, { size: 68 }),
  ]
}
