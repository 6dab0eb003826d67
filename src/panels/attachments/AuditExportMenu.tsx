import Download from '@mui/icons-material/Download'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '#src/model/attachment-audit.ts'
import { MenuButton } from '#src/ui/MenuButton.tsx'
import { saveTextFile } from '#src/ui/save-file.ts'
import { csvOf, jsonOf } from '#src/ui/table-export.ts'

import { auditExportColumns } from './audit-export.ts'
import type { ProjectNames } from './auditColumns.tsx'

const nameOfFile = (ending: string) =>
  `attachments-${new Date().toISOString().slice(0, 10)}.${ending}`

/** Saves what the table shows as a file. */
export function AuditExportMenu({
  rows,
  projects,
}: {
  rows: readonly AuditRow[]
  projects: ProjectNames
}) {
  const { t } = useTranslation('audit')
  const columns = auditExportColumns(t, projects)
  return (
    <MenuButton
      color="inherit"
      startIcon={<Download />}
      label={t('export.button')}
      actions={[
        {
          label: t('export.csv'),
          onSelect: () =>
            saveTextFile(
              nameOfFile('csv'),
              csvOf(columns, rows, { yes: t('yes'), no: t('no') }),
              'text/csv',
            ),
        },
        {
          label: t('export.json'),
          onSelect: () =>
            saveTextFile(nameOfFile('json'), jsonOf(columns, rows), 'application/json'),
        },
      ]}
    />
  )
}
