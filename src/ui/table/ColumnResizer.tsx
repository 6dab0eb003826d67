import Box from '@mui/material/Box'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

/** How narrow and how wide a column may be made, in px. */
const least = 60
const most = 1_200
const step = 16

const within = (px: number) => Math.round(Math.min(most, Math.max(least, px)))

/** The edge of a column, by which it is made wider or narrower: with the mouse, a finger, or the arrow keys. */
export function ColumnResizer({
  label,
  width,
  onDrag,
  onResize,
}: {
  label: string
  width: number
  /** While it is being dragged. */
  onDrag: (px: number) => void
  /** The width that the reader ended with. */
  onResize: (px: number) => void
}) {
  const grip = useRef<{ x: number; width: number; now?: number }>(null)
  const take = (event: PointerEvent) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, width }
  }
  const drag = (event: PointerEvent) => {
    if (!grip.current) return
    grip.current.now = within(grip.current.width + event.clientX - grip.current.x)
    onDrag(grip.current.now)
  }
  const letGo = () => {
    const ended = grip.current?.now
    grip.current = null
    if (ended !== undefined) onResize(ended)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') onResize(within(width + step))
    else if (event.key === 'ArrowLeft') onResize(within(width - step))
    else return
    event.preventDefault()
  }
  return (
    <Box
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={press}
      sx={{
        position: 'absolute',
        right: -6,
        top: 0,
        bottom: 0,
        width: 12,
        zIndex: 1,
        cursor: 'col-resize',
        touchAction: 'none',
        '&::after': {
          content: '""',
          position: 'absolute',
          left: 5,
          top: 10,
          bottom: 10,
          width: '1px',
          bgcolor: 'divider',
        },
        '&:hover::after, &:focus-visible::after': { bgcolor: 'primary.main', width: '2px' },
      }}
    />
  )
}
