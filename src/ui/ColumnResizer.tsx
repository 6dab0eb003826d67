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
  onResize,
}: {
  label: string
  width: number
  onResize: (px: number) => void
}) {
  const grip = useRef<{ x: number; width: number }>(null)
  const take = (event: PointerEvent) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, width }
  }
  const drag = (event: PointerEvent) => {
    if (grip.current) onResize(within(grip.current.width + event.clientX - grip.current.x))
  }
  const letGo = () => {
    grip.current = null
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
