import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { callText, type RepairCall } from '#src/model/audit/attachment-repair.ts'

/** So many calls are shown whole. */
const shownCalls = 20

const services = { volume: 'Cinder', compute: 'Nova' } as const

/** The calls that a repair makes, to the letter. */
export function RepairCalls({ calls }: { calls: readonly RepairCall[] }) {
  const { t } = useTranslation('audit')
  const titleId = useId()
  const rest = calls.length - shownCalls
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Typography id={titleId} component="h3" sx={{ fontWeight: 600 }}>
        {t('repair.calls')}
      </Typography>
      <Box
        component="ol"
        aria-labelledby={titleId}
        // A long list is scrolled in its box, which the keyboard has to reach.
        tabIndex={0}
        sx={{
          m: 0,
          mt: 0.5,
          p: 1,
          pl: 4,
          maxHeight: '30vh',
          overflow: 'auto',
          bgcolor: 'action.hover',
          borderRadius: 1,
          fontFamily: 'monospace',
          fontSize: 12.5,
          overflowWrap: 'anywhere',
        }}
      >
        {calls.slice(0, shownCalls).map((call, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list stays as it is
          <li key={place}>
            {services[call.service]} {call.microversion}: {callText(call)}
            {call.ifStillDetaching && (
              <Box component="span" sx={{ color: 'text.secondary', fontFamily: 'inherit' }}>
                {' '}
                ({t('repair.ifStillDetaching')})
              </Box>
            )}
          </li>
        ))}
      </Box>
      {rest > 0 && <Typography variant="body2">{t('repair.more', { count: rest })}</Typography>}
    </Box>
  )
}
