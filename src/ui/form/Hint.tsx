import Box from '@mui/material/Box'
import { type FocusEvent, type MouseEvent, type ReactNode, Suspense, useId, useState } from 'react'

import { lazyPart } from '#src/ui/lazy-part.tsx'

import { visuallyHidden } from './visually-hidden.ts'

const HintBubble = lazyPart(() => import('./HintBubble.tsx').then((m) => m.HintBubble))

/**
 * A text about something, shown while the pointer rests on it or the keyboard's focus is there, and read out with it.
 * `children` receive the id of the text, for their `aria-describedby`.
 */
export function Hint({
  title,
  children,
}: {
  /** Nothing is shown without one. */
  title: string | undefined
  children: (describedBy: string | undefined) => ReactNode
}) {
  const id = useId()
  const [anchor, setAnchor] = useState<Element | null>(null)
  const show = ({ currentTarget }: MouseEvent | FocusEvent) =>
    setAnchor(currentTarget.firstElementChild)
  const hide = () => setAnchor(null)
  return (
    <Box
      component="span"
      sx={{ display: 'contents' }}
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(event)}
      onBlur={hide}
    >
      {children(title === undefined ? undefined : id)}
      {title !== undefined && (
        <Box component="span" id={id} sx={visuallyHidden}>
          {title}
        </Box>
      )}
      {anchor && title !== undefined && (
        <Suspense>
          <HintBubble title={title} anchor={anchor} onClose={hide} />
        </Suspense>
      )}
    </Box>
  )
}
