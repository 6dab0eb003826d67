import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

import { type RepairEntry, reportAsJson, reportColumns } from '#src/model/audit/repair-report.ts'
import { useScope } from '#src/queries/session.ts'
import { saveTextFile } from '#src/ui/save-file.ts'
import { csvOf } from '#src/ui/table/table-export.ts'

const nameOfFile = (ending: string) =>
  `repairs-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.${ending}`

/** Saves what was done as a file. */
export function RepairReport({ entries }: { entries: readonly RepairEntry[] }) {
  const { t } = useTranslation('audit')
  const { user } = useScope()
  if (entries.length === 0) return null
  return (
    <Box component="section" aria-label={t('repair.report')}>
      <Typography sx={{ mb: 1 }}>{t('repair.reportText')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          size="small"
          variant="outlined"
          onClick={() =>
            saveTextFile(nameOfFile('json'), reportAsJson(entries, user.name), 'application/json')
          }
        >
          {t('repair.saveJson')}
        </Button>
        <Button
          size="small"
          variant="outlined"
          onClick={() =>
            saveTextFile(
              nameOfFile('csv'),
              csvOf(reportColumns, entries, { yes: t('yes'), no: t('no') }),
              'text/csv',
            )
          }
        >
          {t('repair.saveCsv')}
        </Button>
      </Box>
    </Box>
  )
}
