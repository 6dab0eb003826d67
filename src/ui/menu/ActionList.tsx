import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useId } from 'react'

import type { Action, Actions } from './action.ts'

/** What a line that leads elsewhere has of a link; it opens a tab of its own, which gets no hold of this one. */
const linkOf = (action: Action) =>
  'address' in action && action.obstacle === undefined
    ? { component: 'a', href: action.address, target: '_blank', rel: 'noopener noreferrer' }
    : {}

/** What is read below an action's name. */
const saidOf = ({ obstacle, detail }: Action): string | undefined => obstacle ?? detail

/** A menu of actions, open at `anchor`. One that is not possible stays, and says why. */
export function ActionList({
  anchor,
  actions,
  onClose,
}: {
  anchor: HTMLElement
  actions: Actions
  onClose: () => void
}) {
  const reasons = useId()
  const lines = typeof actions === 'function' ? actions() : actions
  const choose = (action: Action) => {
    if (action.obstacle !== undefined) return
    onClose()
    if ('onSelect' in action) action.onSelect()
  }
  return (
    <Menu
      anchorEl={anchor}
      open
      onClose={onClose}
      // The arrow keys stop at them too: their reason is there to be read out.
      slotProps={{ list: { disabledItemsFocusable: true } }}
    >
      {lines.map((action, place) => (
        <MenuItem
          key={action.label}
          dense
          {...linkOf(action)}
          aria-label={action.label}
          aria-disabled={action.obstacle !== undefined}
          {...(saidOf(action) !== undefined && { 'aria-describedby': `${reasons}${place}` })}
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
            {...(saidOf(action) !== undefined && {
              secondary: <span id={`${reasons}${place}`}>{saidOf(action)}</span>,
            })}
          />
        </MenuItem>
      ))}
    </Menu>
  )
}
