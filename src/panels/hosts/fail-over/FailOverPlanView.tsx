import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { failOverCall, failOverCommand } from '#src/model/fail-over/fail-over-commands.ts'
import type { FailOverPlan } from '#src/model/fail-over/fail-over.ts'
import { WaysOut } from '#src/panels/hosts/WaysOut.tsx'
import { EquivalentCommand } from '#src/ui/dialog/EquivalentCommand.tsx'

import { useStepWords } from './step-words.ts'
import type { FailOver } from './use-fail-over.ts'

/** What would be done, in turn, with the calls; and what stays behind. */
export function FailOverPlanView({
  failOver: { volume, given, instances },
  plan: { steps, left },
}: {
  failOver: FailOver
  plan: FailOverPlan
}) {
  const { t } = useTranslation('failOver')
  const stepWords = useStepWords(instances)
  const titleId = useId()
  return (
    <Box>
      <Typography id={titleId} component="h3" sx={{ fontWeight: 600 }}>
        {t('plan.title')}
      </Typography>
      <Box component="ol" aria-labelledby={titleId} sx={{ my: 0.5, pl: 3 }}>
        {steps.map((step, place) => (
          <Box key={step.act} component="li" sx={{ overflowWrap: 'anywhere', mb: 0.5 }}>
            {stepWords(step)}
            {place > 0 && ` ${t('plan.onlyThen')}`}
            <Box sx={{ fontFamily: 'monospace', fontSize: 12, color: 'text.secondary' }}>
              {failOverCall(volume, step)}
            </Box>
          </Box>
        ))}
      </Box>
      <EquivalentCommand command={failOverCommand(volume, steps)} />
      {left && (
        <Alert severity="info" variant="outlined" sx={{ mt: 1 }}>
          {t(`left.${left}`)}
          <WaysOut left={left} instanceId={given.from.instanceId} volumeId={volume.id} />
        </Alert>
      )}
    </Box>
  )
}
