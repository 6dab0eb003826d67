import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { type Outcome, tallyOf } from '#src/model/each-in-turn.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { StepsFailed } from '#src/queries/attach/attachment-work.ts'
import { StatusChip, type Tone } from '#src/ui/chips/StatusChip.tsx'
import { ErrorNotice, type ErrorNoticeProps } from '#src/ui/page/ErrorNotice.tsx'

import { FailedSteps } from './FailedSteps.tsx'

const tones: Record<Outcome['state'], Tone> = {
  waiting: 'neutral',
  working: 'busy',
  accepted: 'good',
  failed: 'bad',
  stopped: 'warn',
}

/** So many are drawn; of the others only those that failed. */
const mostDrawn = 200

/** What came of an act on each of several things, with the cloud's words where it failed. */
export function OutcomeList({
  outcomes,
  nameOf,
  doneLabel,
  noticeFor = noticeOf,
}: {
  outcomes: ReadonlyMap<string, Outcome>
  /** The name of the thing of an id. */
  nameOf: (id: string) => string
  /** What to say of one that the cloud took. */
  doneLabel: string
  /** Explains a failure where the cloud's words do not say enough. */
  noticeFor?: (error: Error) => ErrorNoticeProps
}) {
  const { t } = useTranslation('bulk')
  const { all, done, failed } = tallyOf(outcomes)
  const drawn = [...outcomes].filter(
    ([, { state }], place) => place < mostDrawn || state === 'failed',
  )
  return (
    <Box>
      <Typography role="status" sx={{ fontWeight: 600, mb: 0.5 }}>
        {t('summary', { done, count: all })}
        {failed > 0 && ` · ${t('failedCount', { count: failed })}`}
      </Typography>
      <Box
        component="ul"
        aria-label={t('results')}
        // The list is scrolled in its box, which the keyboard has to reach.
        tabIndex={0}
        sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: '50vh', overflow: 'auto' }}
      >
        {drawn.map(([id, outcome]) => (
          <Box
            key={id}
            component="li"
            aria-label={nameOf(id)}
            sx={{
              py: 0.75,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-child': { border: 0 },
            }}
          >
            <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                <bdi>{nameOf(id)}</bdi>
              </Box>
              <StatusChip
                tone={tones[outcome.state]}
                label={outcome.state === 'accepted' ? doneLabel : t(`states.${outcome.state}`)}
              />
            </Box>
            {outcome.state === 'failed' &&
              (outcome.error instanceof StepsFailed ? (
                <FailedSteps tasks={outcome.error.tasks} />
              ) : (
                <ErrorNotice {...noticeFor(outcome.error)} />
              ))}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
