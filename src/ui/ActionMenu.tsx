import MoreVert from '@mui/icons-material/MoreVert'
import IconButton from '@mui/material/IconButton'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useId, useState } from 'react'

/** Something to do; with `obstacle` it is not possible now, and that is why. */
export type Action = {
  label: string
  onSelect: () => void
  obstacle?: string | undefined
  danger?: boolean
}

/** A button, named `label`, that opens a menu of actions. One that is not possible stays, and says why. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const reasons = useId()
  const choose = ({ obstacle, onSelect }: Action) => {
    if (obstacle !== undefined) return
    setAnchor(null)
    onSelect()
  }
  return (
    <>
      <IconButton
        size="small"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      {anchor && (
        <Menu
          anchorEl={anchor}
          open
          onClose={() => setAnchor(null)}
          // The arrow keys stop at them too: their reason is there to be read out.
          slotProps={{ list: { disabledItemsFocusable: true } }}
        >
          {actions.map((action, place) => (
            <MenuItem
              key={action.label}
              dense
              aria-label={action.label}
              aria-disabled={action.obstacle !== undefined}
              {...(action.obstacle !== undefined && { 'aria-describedby': `${reasons}${place}` })}
              onClick={() => choose(action)}
              sx={{
                maxWidth: 320,
                whiteSpace: 'normal',
                color: action.danger && !action.obstacle ? 'error.main' : undefined,
                '&[aria-disabled=true]': { color: 'text.secondary', cursor: 'default' },
              }}
            >
              <ListItemText
                primary={action.label}
                {...(action.obstacle !== undefined && {
                  secondary: <span id={`${reasons}${place}`}>{action.obstacle}</span>,
                })}
              />
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  )
}
