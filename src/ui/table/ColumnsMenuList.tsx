import Checkbox from '@mui/material/Checkbox'
import Divider from '@mui/material/Divider'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** The columns of a table, and which of them are hidden. */
export type ColumnChoice = {
  columns: readonly { id: string; label: string; hideable?: false }[]
  hidden: readonly string[]
  onHiddenChange: (hidden: string[]) => void
  /** Shows all columns in their own widths. */
  onReset: () => void
}

/** The menu of the columns of a table, open at `anchor`. */
export function ColumnsMenuList({
  anchor,
  onClose,
  columns,
  hidden,
  onHiddenChange,
  onReset,
}: ColumnChoice & { anchor: HTMLElement; onClose: () => void }) {
  const { t } = useTranslation('ui')
  // An owner that keeps them in the address tells the new ones a little later; a second click must not undo the first.
  const told = hidden.join(' ')
  const latest = useRef(told)
  useEffect(() => {
    latest.current = told
  }, [told])
  const toggle = (id: string) => {
    const now = latest.current.split(' ').filter((one) => one !== '')
    const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id]
    latest.current = next.join(' ')
    onHiddenChange(next)
  }
  return (
    <Menu anchorEl={anchor} open onClose={onClose}>
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
  )
}
