import Download from '@mui/icons-material/Download'
import { useTranslation } from 'react-i18next'

import type { Volume } from '#src/model/volume.ts'
import { MenuButton } from '#src/ui/MenuButton.tsx'
import { saveTextFile } from '#src/ui/save-file.ts'
import { csvOf, type ExportColumn, jsonOf } from '#src/ui/table-export.ts'

/** Saves what the table shows as a file. */
export function ExportMenu({
  project,
  contents,
}: {
  /** Of which project it is, for the file's name. */
  project: string
  /** What to save; asked for when it is saved. */
  contents: () => { columns: readonly ExportColumn<Volume>[]; rows: readonly Volume[] }
}) {
  const { t } = useTranslation('volumes')
  const nameOfFile = (ending: string) =>
    `volumes-${project.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}-${new Date().toISOString().slice(0, 10)}.${ending}`
  const saveCsv = () => {
    const { columns, rows } = contents()
    saveTextFile(
      nameOfFile('csv'),
      csvOf(columns, rows, { yes: t('yes'), no: t('no') }),
      'text/csv',
    )
  }
  const saveJson = () => {
    const { columns, rows } = contents()
    saveTextFile(nameOfFile('json'), jsonOf(columns, rows), 'application/json')
  }
  return (
    <MenuButton
      color="inherit"
      startIcon={<Download />}
      label={t('export.button')}
      actions={[
        { label: t('export.csv'), onSelect: saveCsv },
        { label: t('export.json'), onSelect: saveJson },
      ]}
    />
  )
}
