import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Button, { type ButtonProps } from '@mui/material/Button'
import { useState } from 'react'

import { type Action, ActionList } from './ActionList.tsx'

/** A button with a text that opens a menu of actions. */
export function MenuButton({
  label,
  actions,
  ...props
}: Omit<ButtonProps, 'children' | 'onClick'> & { label: string; actions: readonly Action[] }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        endIcon={<ArrowDropDown />}
        {...props}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <ActionList anchor={anchor} actions={actions} onClose={() => setAnchor(null)} />
    </>
  )
}
