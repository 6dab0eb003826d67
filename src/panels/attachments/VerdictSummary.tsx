import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '#src/model/audit/attachment-audit.ts'
import { tallyOfVerdicts } from '#src/model/audit/audit-filter.ts'
import { type AuditVerdict, auditVerdicts, isFinding } from '#src/model/audit/audit-verdict.ts'
import { count } from '#src/ui/formats.ts'

/** How many there are of each verdict; choosing one shows those alone. */
export function VerdictSummary({
  rows,
  chosen,
  onChange,
}: {
  rows: readonly AuditRow[]
  chosen: AuditVerdict | undefined
  onChange: (verdict: AuditVerdict | undefined) => void
}) {
  const { t, i18n } = useTranslation('audit')
  const tally = tallyOfVerdicts(rows)
  const findings = auditVerdicts.filter(isFinding).reduce((sum, one) => sum + tally[one], 0)
  const colour = (verdict: AuditVerdict) => {
    if (tally[verdict] === 0) return 'default'
    if (verdict === 'not-told') return 'warning'
    return isFinding(verdict) ? 'error' : 'success'
  }
  return (
    <Box
      role="group"
      aria-label={t('summary.label')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <Typography role="status" sx={{ fontWeight: 600, mr: 1 }}>
        {findings === 0
          ? t('summary.fine', { count: rows.length })
          : t('summary.findings', {
              count: findings,
              all: count(rows.length, i18n.language),
            })}
      </Typography>
      {auditVerdicts.map((verdict) => (
        <Chip
          key={verdict}
          size="small"
          clickable
          color={colour(verdict)}
          variant={chosen === verdict ? 'filled' : 'outlined'}
          aria-pressed={chosen === verdict}
          label={t('summary.one', {
            verdict: t(`verdicts.${verdict}`),
            count: tally[verdict],
          })}
          onClick={() => onChange(chosen === verdict ? undefined : verdict)}
          sx={{ ...(tally[verdict] === 0 && chosen !== verdict && { color: 'text.secondary' }) }}
        />
      ))}
    </Box>
  )
}
