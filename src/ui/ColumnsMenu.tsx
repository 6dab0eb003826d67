import ViewColumn from '@mui/icons-material/ViewColumnOutlined'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Divider from '@mui/material/Divider'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Chooses which columns of a table are shown. */
export function ColumnsMenu({
  columns,
  hidden,
  onHiddenChange,
  onReset,
}: {
  columns: readonly { id: string; label: string; hideable?: false }[]
  hidden: readonly string[]
  onHiddenChange: (hidden: string[]) => void
  /** Shows all columns in their own widths. */
  onReset: () => void
}) {
  const { t } = useTranslation('ui')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const toggle = (id: string) =>
    onHiddenChange(hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id])
  return (
    <>
      <Button
        color="inherit"
        startIcon={<ViewColumn />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('columns.button')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {columns
          .filter(({ hideable }) => hideable !== false)
          .map(({ id, label }) => (
            <MenuItem
              key={id}
              dense
              role="menuitemcheckbox"
              aria-checked={!hidden.includes(id)}
              onClick={() => toggle(id)}
            >
              <Checkbox
                edge="start"
                size="small"
                tabIndex={-1}
                checked={!hidden.includes(id)}
                slotProps={{ input: { 'aria-hidden': true } }}
              />
              <ListItemText>{label}</ListItemText>
            </MenuItem>
          ))}
        <Divider />
        <MenuItem dense onClick={onReset}>
          {t('columns.reset')}
        </MenuItem>
      </Menu>
    </>
  )
}
