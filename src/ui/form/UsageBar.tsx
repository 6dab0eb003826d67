import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

/** How much of something is used, and how much would be with what is asked for; a limit below 0 stands for none. */
export type UsageBarProps = {
  label: string
  used: number
  added: number
  limit: number
  format: (value: number) => string
}

const share = (value: number, limit: number) =>
  limit <= 0 ? 0 : Math.min(100, (100 * value) / limit)

/** A quota before and after, as a bar and in words. */
export function UsageBar({ label, used, added, limit, format }: UsageBarProps) {
  const { t } = useTranslation('dialogs')
  const after = used + added
  const over = limit >= 0 && after > limit
  const words = {
    used: format(used),
    after: format(after),
    limit: format(limit),
  }
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {label}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {limit < 0 ? t('usage.usedUnlimited', words) : t('usage.used', words)}
        </Typography>
      </Box>
      <Box
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit < 0 ? after : limit}
        aria-valuenow={limit < 0 ? after : Math.min(after, limit)}
        aria-valuetext={limit < 0 ? t('usage.usedUnlimited', words) : t('usage.after', words)}
        sx={{
          display: 'flex',
          height: 8,
          my: 0.5,
          borderRadius: 1,
          overflow: 'hidden',
          bgcolor: 'action.hover',
        }}
      >
        <Box sx={{ bgcolor: 'primary.main' }} style={{ width: `${share(used, limit)}%` }} />
        <Box
          sx={{ bgcolor: over ? 'error.main' : 'primary.light', opacity: 0.7 }}
          style={{ width: `${over ? 100 - share(used, limit) : share(added, limit)}%` }}
        />
      </Box>
      {added > 0 && limit >= 0 && (
        <Typography variant="caption" color={over ? 'error' : 'textSecondary'}>
          {t(over ? 'usage.over' : 'usage.after', words)}
        </Typography>
      )}
    </Box>
  )
}
