import type { Actions } from './action.ts'
import { ActionsButton } from './ActionsButton.tsx'
import { useMenuOf } from './menu-opener.tsx'

/** A button, named `label`, that opens a menu of actions. One that is not possible stays, and says why. */
export function ActionMenu({ label, actions }: { label: string; actions: Actions }) {
  const { opener, menu } = useMenuOf(actions)
  return (
    <>
      <ActionsButton label={label} {...opener} />
      {menu}
    </>
  )
}
