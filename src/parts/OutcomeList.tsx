import Box from '@mui/material/Box'

import { noticeOf } from '#src/openstack/error-notice.ts'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'
import { StatusChip, type Tone } from '#src/ui/StatusChip.tsx'

import type { Outcome } from './each-in-turn.ts'

const tones: Record<Outcome['state'], Tone> = {
  waiting: 'neutral',
  working: 'busy',
  accepted: 'good',
  failed: 'bad',
}

/** What came of an act on each of several things, with the cloud's words where it failed. */
export function OutcomeList({
  label,
  outcomes,
  nameOf,
  words,
}: {
  label: string
  outcomes: ReadonlyMap<string, Outcome>
  /** The name of the thing of an id. */
  nameOf: (id: string) => string
  words: Record<Outcome['state'], string>
}) {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: '50vh', overflow: 'auto' }}
    >
      {[...outcomes].map(([id, outcome]) => (
        <Box
          key={id}
          component="li"
          aria-label={nameOf(id)}
          sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider', '&:last-child': { border: 0 } }}
        >
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <bdi>{nameOf(id)}</bdi>
            </Box>
            <Box role="status">
              <StatusChip tone={tones[outcome.state]} label={words[outcome.state]} />
            </Box>
          </Box>
          {outcome.state === 'failed' && <ErrorNotice {...noticeOf(outcome.error)} />}
        </Box>
      ))}
    </Box>
  )
}
