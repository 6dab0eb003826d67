import Download from '@mui/icons-material/Download'
import { useTranslation } from 'react-i18next'

import { MenuButton } from '#src/ui/menu/MenuButton.tsx'

import type { ExportedAs, ShownTable } from './save-table.ts'

/** Saves what a table shows as a file. */
export function ExportMenu<Row>({
  table,
  exportedAs,
}: {
  table: ShownTable<Row>
  exportedAs: ExportedAs<Row>
}) {
  const { t } = useTranslation('ui')
  const save = async (ending: 'csv' | 'json') => {
    const { saveTable } = await import('./save-table.ts')
    saveTable(table, exportedAs, ending, { yes: t('yes'), no: t('no') })
  }
  return (
    <MenuButton
      color="inherit"
      startIcon={<Download />}
      label={t('export.button')}
      actions={[
        { label: t('export.csv'), onSelect: () => void save('csv') },
        { label: t('export.json'), onSelect: () => void save('json') },
      ]}
    />
  )
}
