import Check from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem'

/** One of several in a menu, of which one is chosen: `selected`. */
export function MenuChoice({ selected = false, children, ...props }: MenuItemProps) {
  return (
    <MenuItem {...props} dense role="menuitemradio" aria-checked={selected} selected={selected}>
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {selected && <Check color="primary" sx={{ fontSize: 18, ml: 2 }} />}
    </MenuItem>
  )
}
