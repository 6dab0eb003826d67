import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

/** How many are selected, and how many of those the filter hides; nothing where none is. */
export function SelectionNote({
  selected,
  hidden,
  onClear,
}: {
  selected: number
  hidden: number
  onClear: () => void
}) {
  const { t } = useTranslation('volumes')
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13 }}>
      {selected > 0 && (
        <>
          <span>
            {t('bulk.selected', { count: selected })}
            {hidden > 0 && ` · ${t('bulk.notShown', { count: hidden })}`}
          </span>
          <Button size="small" onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </>
      )}
    </Box>
  )
}
