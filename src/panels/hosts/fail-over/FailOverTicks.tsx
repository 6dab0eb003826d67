import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useTranslation } from 'react-i18next'

import { shortId } from '#src/model/attach/holder.ts'
import type { FailedHolder, FailOverTick } from '#src/model/fail-over/fail-over.ts'
import { instanceName } from '#src/model/instance/instance.ts'

/** What has to be sure before, each with its danger in plain words and a box to tick. */
export function FailOverTicks({
  ticks,
  from: { instance, instanceId },
  ticked,
  onTickedChange,
}: {
  ticks: readonly FailOverTick[]
  from: FailedHolder
  ticked: readonly FailOverTick[]
  onTickedChange: (ticked: readonly FailOverTick[]) => void
}) {
  const { t } = useTranslation('failOver')
  const name = instance ? instanceName(instance) : shortId(instanceId)
  return ticks.map((tick) => (
    <Alert key={tick} severity="warning" variant="outlined">
      <AlertTitle>{t(`ticks.${tick}.title`, { name })}</AlertTitle>
      {t(`ticks.${tick}.text`, { name })}
      <FormControlLabel
        sx={{ display: 'flex', mt: 0.5 }}
        control={
          <Checkbox
            size="small"
            checked={ticked.includes(tick)}
            onChange={(_event, on) =>
              onTickedChange(on ? [...ticked, tick] : ticked.filter((one) => one !== tick))
            }
          />
        }
        label={t(`ticks.${tick}.label`, { name })}
      />
    </Alert>
  ))
}
