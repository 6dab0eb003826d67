import MoreVert from '@mui/icons-material/MoreVert'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'

import { type Action, ActionList } from './ActionList.tsx'

/** A button, named `label`, that opens a menu of actions. One that is not possible stays, and says why. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
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
      <ActionList anchor={anchor} actions={actions} onClose={() => setAnchor(null)} />
    </>
  )
}
