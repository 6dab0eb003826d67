import Link from '@mui/material/Link'
import type { TFunction } from 'i18next'

import { instanceOrders, type InstanceWithVolumes } from '#src/model/instance-filter.ts'
import { type Instance, instanceName } from '#src/model/instance.ts'
import type { DataColumn } from '#src/ui/data-column.ts'
import { TimeText } from '#src/ui/TimeText.tsx'

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

/** The columns of the Instances table. The host is told to administrators only, so nobody else has its column. */
export function instanceColumns(
  t: TFunction<'instances'>,
  { administrator, onOpen }: { administrator: boolean; onOpen: (instance: Instance) => void },
): DataColumn<InstanceWithVolumes>[] {
  const host: DataColumn<InstanceWithVolumes> = {
    id: 'host',
    label: t('columns.host'),
    cell: ({ instance }) => instance.host ?? t('none'),
    compare: instanceOrders.host,
    size: 120,
  }
  return [
    {
      id: 'name',
      label: t('columns.name'),
      cell: ({ instance }) => <NameCell instance={instance} onOpen={onOpen} />,
      compare: instanceOrders.name,
      size: 140,
      grow: 1,
      hideable: false,
      isName: true,
    },
    {
      id: 'status',
      label: t('columns.status'),
      cell: ({ instance }) => <InstanceStatusCell instance={instance} />,
      compare: instanceOrders.status,
      size: 150,
    },
    ...(administrator ? [host] : []),
    {
      id: 'availabilityZone',
      label: t('columns.availabilityZone'),
      cell: ({ instance }) => instance.availabilityZone ?? t('none'),
      compare: instanceOrders.availabilityZone,
      size: 120,
    },
    {
      id: 'volumes',
      label: t('columns.volumes'),
      cell: ({ instance }, width) => <VolumesCell instance={instance} width={width} />,
      compare: instanceOrders.volumes,
      size: 240,
      grow: 4,
    },
    {
      id: 'created',
      label: t('columns.created'),
      cell: ({ instance }) => <TimeText at={instance.createdAt} />,
      compare: instanceOrders.created,
      size: 110,
    },
    {
      id: 'actions',
      label: t('columns.actions'),
      cell: ({ instance }) => <InstanceActions instance={instance} />,
      size: 68,
      hideable: false,
    },
  ]
}
