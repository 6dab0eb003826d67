import Box from '@mui/material/Box'
import type { TFunction } from 'i18next'

import { type HostImpact, tallyOfImpact } from '#src/model/fail-over/host-impact.ts'
import { nothing, type StandardColumns } from '#src/parts/table/standard-columns.tsx'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import type { Column } from '#src/ui/table/column.ts'
import { RowLink } from '#src/ui/table/RowLink.tsx'

import { hostStateTone, hostStateWord, hostStatusWord } from './host-words.ts'

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

const forcedDown = ({ service }: HostImpact) => service?.forcedDown ?? null

/** The columns of the table of hosts: what fails with a host, and what Horizon's Compute Services show of it. */
export const hostColumns = (
  columns: StandardColumns<HostImpact>,
  t: TFunction<'hosts'>,
): Column<HostImpact>[] => [
  {
    ...columns.name(({ host }) => host, {
      label: t('columns.host'),
      cell: ({ host }) => (
        <RowLink to="/admin/hosts" search={{ host }} title={host}>
          {host}
        </RowLink>
      ),
      size: 150,
      grow: 2,
    }),
    id: 'host',
  },
  columns.text('state', t('columns.state'), ({ state }) => state, {
    cell: ({ state }) => <StatusChip tone={hostStateTone[state]} label={hostStateWord(t, state)} />,
    compare: (a, b) => stateOrder[a.state] - stateOrder[b.state],
    size: 112,
  }),
  columns.count('shared', t('columns.shared'), sharedIn, { size: 130 }),
  columns.count('instances', t('columns.instances'), ({ instances }) => instances.length, {
    size: 92,
  }),
  columns.status(({ service }) => service?.status ?? '', {
    cell: (impact) => <StatusCell t={t} impact={impact} />,
    size: 100,
    grow: 2,
  }),
  columns.text('zone', t('columns.zone'), ({ service }) => service?.zone, { size: 80 }),
  columns.time('updated', t('columns.updated'), ({ service }) => service?.updatedAt, { size: 112 }),
  {
    id: 'forcedDown',
    label: t('columns.forcedDown'),
    value: forcedDown,
    cell: (impact) => {
      const forced = forcedDown(impact)
      return forced === null ? nothing : t(forced ? 'yes' : 'no')
    },
    size: 110,
  },
]
