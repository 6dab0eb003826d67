import { type MouseEvent, type ReactNode, Suspense, useState } from 'react'

import type { Actions } from './action.ts'
import { lazyPart } from './lazy-part.ts'

const ActionList = lazyPart(() => import('./ActionList.tsx').then((m) => m.ActionList))

/** What a button needs to open a menu, and the menu while it is open. */
export function useMenuOf(actions: Actions): {
  opener: {
    'aria-haspopup': 'menu'
    'aria-expanded': boolean
    onPointerEnter: () => void
    onFocus: () => void
    onClick: (event: MouseEvent<HTMLElement>) => void
  }
  menu: ReactNode
} {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return {
    opener: {
      'aria-haspopup': 'menu',
      'aria-expanded': anchor !== null,
      onPointerEnter: ActionList.preload,
      onFocus: ActionList.preload,
      onClick: (event) => setAnchor(event.currentTarget),
    },
    menu: anchor && (
      <Suspense>
        <ActionList anchor={anchor} actions={actions} onClose={() => setAnchor(null)} />
      </Suspense>
    ),
  }
}
