import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'

import { type HostImpact, tallyOfImpact } from '#src/model/host-impact.ts'
import { compareNames } from '#src/model/natural-order.ts'
import type { DataColumn } from '#src/ui/data-column.ts'
import { RowLink } from '#src/ui/RowLink.tsx'
import { StatusChip } from '#src/ui/StatusChip.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

import { hostStateTone, hostStateWord, hostStatusWord } from './host-words.ts'

const by = (text: (impact: HostImpact) => string) => (a: HostImpact, b: HostImpact) =>
  compareNames(text(a), text(b))

/** Widest trouble first: down, unknown, up. */
const stateOrder = { down: 0, unknown: 1, none: 2, up: 3 } as const

const sharedIn = (impact: HostImpact) => tallyOfImpact(impact).shared

/** Whether a host is given new instances and, where it is not, why. */
function StatusCell({ t, impact }: { t: TFunction<'hosts'>; impact: HostImpact }) {
  const { service } = impact
  const reason = service?.disabledReason
  return (
    <Box
      component="span"
      title={reason ?? undefined}
      sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
    >
      {hostStatusWord(t, service)}
      {reason && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' '}
          · <bdi>{reason}</bdi>
        </Box>
      )}
    </Box>
  )
}

/** The columns of the table of hosts: what goes with a host, and then what Horizon's Compute Services tell of it. */
export const hostColumns = (t: TFunction<'hosts'>): DataColumn<HostImpact>[] => [
  {
    id: 'host',
    label: t('columns.host'),
    cell: ({ host }) => (
      <RowLink to="/admin/hosts" search={{ host }} title={host}>
        {host}
      </RowLink>
    ),
    compare: by(({ host }) => host),
    size: 150,
    grow: 2,
    hideable: false,
    isName: true,
  },
  {
    id: 'state',
    label: t('columns.state'),
    cell: ({ state }) => <StatusChip tone={hostStateTone[state]} label={hostStateWord(t, state)} />,
    compare: (a, b) => stateOrder[a.state] - stateOrder[b.state],
    size: 112,
  },
  {
    id: 'shared',
    label: t('columns.shared'),
    cell: (impact) => String(sharedIn(impact)),
    compare: (a, b) => sharedIn(a) - sharedIn(b),
    size: 130,
    align: 'right',
  },
  {
    id: 'instances',
    label: t('columns.instances'),
    cell: ({ instances }) => String(instances.length),
    compare: (a, b) => a.instances.length - b.instances.length,
    size: 92,
    align: 'right',
  },
  {
    id: 'status',
    label: t('columns.status'),
    cell: (impact) => <StatusCell t={t} impact={impact} />,
    compare: by(({ service }) => service?.status ?? ''),
    size: 100,
    grow: 2,
  },
  {
    id: 'zone',
    label: t('columns.zone'),
    cell: ({ service }) => service?.zone ?? t('none'),
    compare: by(({ service }) => service?.zone ?? ''),
    size: 80,
  },
  {
    id: 'updated',
    label: t('columns.updated'),
    cell: ({ service }) => <TimeText at={service?.updatedAt ?? null} />,
    compare: (a, b) => (a.service?.updatedAt ?? 0) - (b.service?.updatedAt ?? 0),
    size: 112,
  },
  {
    id: 'forcedDown',
    label: t('columns.forcedDown'),
    cell: ({ service }) =>
      service?.forcedDown === null || service === undefined
        ? t('none')
        : t(service.forcedDown ? 'yes' : 'no'),
    compare: by(({ service }) => String(service?.forcedDown ?? '')),
    size: 110,
  },
]
