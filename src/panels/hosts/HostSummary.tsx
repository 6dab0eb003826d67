import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { type HostImpact, tallyOfImpact } from '#src/model/fail-over/host-impact.ts'
import { isEnabled } from '#src/model/services/cloud-service.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

import { hostStateTone, hostStateWord, hostStatusWord } from './host-words.ts'

/** What a host is just now, and what its end means for the shared volumes on it. */
export function HostSummary({ impact }: { impact: HostImpact }) {
  const { t } = useTranslation('hosts')
  const { service, state, instances } = impact
  const { shared, goOn, stop, twiceHere } = tallyOfImpact(impact)
  const lines = [
    goOn > 0 && t('view.goOn', { count: goOn }),
    stop > 0 && t('view.stop', { count: stop }),
    twiceHere > 0 && t('view.twiceHere', { count: twiceHere }),
  ].filter((line) => line !== false)
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
        <StatusChip tone={hostStateTone[state]} label={hostStateWord(t, state)} />
        {service && (
          <>
            <span>{t('view.status', { status: hostStatusWord(t, service) })}</span>
            {service.forcedDown && <span>{t('view.forcedDown')}</span>}
            {service.zone !== null && <span>{t('view.zone', { zone: service.zone })}</span>}
            <span>
              {t('view.updated')} <TimeText at={service.updatedAt} />
            </span>
          </>
        )}
      </Box>
      {service?.disabledReason && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t('view.reason', { reason: service.disabledReason })}
        </Typography>
      )}
      {state !== 'up' && (
        <Alert severity={state === 'down' ? 'error' : 'warning'} variant="outlined">
          {t(`view.about.${state}`)}
        </Alert>
      )}
      {state === 'up' && service && !isEnabled(service) && (
        <Alert severity="info" variant="outlined">
          {t('view.about.disabled')}
        </Alert>
      )}
      <Box role="status" sx={{ maxWidth: 900 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {t('view.holds', {
            instances: t('view.instances', { count: instances.length }),
            volumes: t('view.volumes', { count: shared }),
          })}
        </Typography>
        {lines.length > 0 && (
          <Box component="ul" sx={{ my: 0.5, pl: 3 }}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Box>
        )}
        <Typography variant="body2" color="textSecondary">
          {t('view.whichHost')}
        </Typography>
      </Box>
    </>
  )
}
