import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Button, { type ButtonProps } from '@mui/material/Button'

import type { Actions } from './action.ts'
import { useMenuOf } from './menu-opener.tsx'

/** A button with a text that opens a menu of actions. */
export function MenuButton({
  label,
  actions,
  ...props
}: Omit<ButtonProps, 'children' | 'onClick'> & { label: string; actions: Actions }) {
  const { opener, menu } = useMenuOf(actions)
  return (
    <>
      <Button endIcon={<ArrowDropDown />} {...props} {...opener}>
        {label}
      </Button>
      {menu}
    </>
  )
}
