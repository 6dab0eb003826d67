import { type MouseEvent, type ReactNode, Suspense, useState } from 'react'

import { lazyPart } from '#src/ui/lazy-part.tsx'

import type { Actions } from './action.ts'

const ActionList = lazyPart(() => import('./ActionList.tsx').then((m) => m.ActionList))

/** What a button needs that opens a menu, whose code comes when the button is pointed at. */
export function useOpener(menu: { preload: () => void }): {
  opener: {
    'aria-haspopup': 'menu'
    'aria-expanded': boolean
    onPointerEnter: () => void
    onFocus: () => void
    onClick: (event: MouseEvent<HTMLElement>) => void
  }
  /** Where the menu is open; null while it is not. */
  anchor: HTMLElement | null
  close: () => void
} {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return {
    opener: {
      'aria-haspopup': 'menu',
      'aria-expanded': anchor !== null,
      onPointerEnter: menu.preload,
      onFocus: menu.preload,
      onClick: (event) => setAnchor(event.currentTarget),
    },
    anchor,
    close: () => setAnchor(null),
  }
}

/** What a button needs to open a menu of actions, and the menu while it is open. */
export function useMenuOf(actions: Actions): {
  opener: ReturnType<typeof useOpener>['opener']
  menu: ReactNode
} {
  const { opener, anchor, close } = useOpener(ActionList)
  return {
    opener,
    menu: anchor && (
      <Suspense>
        <ActionList anchor={anchor} actions={actions} onClose={close} />
      </Suspense>
    ),
  }
}
