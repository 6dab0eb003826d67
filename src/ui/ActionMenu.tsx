import MoreVert from '@mui/icons-material/MoreVert'
import IconButton from '@mui/material/IconButton'

import type { Actions } from './action.ts'
import { useMenuOf } from './menu-opener.tsx'

/** A button, named `label`, that opens a menu of actions. One that is not possible stays, and says why. */
export function ActionMenu({ label, actions }: { label: string; actions: Actions }) {
  const { opener, menu } = useMenuOf(actions)
  return (
    <>
      <IconButton size="small" aria-label={label} {...opener}>
        <MoreVert fontSize="small" />
      </IconButton>
      {menu}
    </>
  )
}
