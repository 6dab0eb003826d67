import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { MouseEvent } from 'react'

import { fitChips } from './fit-chips.ts'
import type { Tone } from './StatusChip.tsx'
import { textWidth } from './text-width.ts'

/** Something that is shown as a chip. */
export type ChipItem = { key: string; label: string; description: string; tone: Tone | 'faded' }

const font = '500 12.5px system-ui, sans-serif'
const padding = 18
const widest = 220
const gap = 4

const chipWidth = (label: string) => Math.min(widest, Math.ceil(textWidth(label, font)) + padding)

const look = {
  neutral: { borderColor: 'divider' },
  good: { borderColor: 'divider' },
  busy: { borderColor: 'warning.main', borderStyle: 'dashed' },
  warn: { borderColor: 'warning.main' },
  bad: { borderColor: 'error.main', color: 'error.main' },
  faded: { borderColor: 'divider', borderStyle: 'dashed', color: 'text.secondary' },
} as const

const chip = {
  height: 26,
  px: 1,
  border: 1,
  borderRadius: 1,
  font: 'inherit',
  fontSize: 12.5,
  fontWeight: 500,
  flexShrink: 0,
  '&:hover': { bgcolor: 'action.hover' },
} as const

/** As many chips as `width` px hold in one row, and a button for the rest. */
export function OverflowChips({
  items,
  width,
  moreLabel,
  onItem,
  onMore,
}: {
  items: readonly ChipItem[]
  width: number
  /** Names the button that stands for `rest` more. */
  moreLabel: (rest: number) => string
  onItem: (key: string, anchor: HTMLElement) => void
  onMore: () => void
}) {
  const more = Math.ceil(textWidth(`+${items.length}`, font)) + padding
  const widths = items.slice(0, 40).map(({ label }) => chipWidth(label))
  const measured = items.length > 40 ? [...widths, Number.POSITIVE_INFINITY] : widths
  const shown = fitChips(measured, width, { gap, more })
  const rest = items.length - shown
  return (
    <Box sx={{ display: 'flex', gap: `${gap}px`, minWidth: 0 }}>
      {items.slice(0, shown).map(({ key, label, description, tone }) => (
        <ButtonBase
          key={key}
          title={description}
          aria-label={description}
          onClick={(event: MouseEvent<HTMLElement>) => onItem(key, event.currentTarget)}
          sx={{ ...chip, ...look[tone], maxWidth: widest, justifyContent: 'flex-start' }}
        >
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            <bdi>{label}</bdi>
          </Box>
        </ButtonBase>
      ))}
      {rest > 0 && (
        <ButtonBase
          aria-label={moreLabel(rest)}
          aria-haspopup="dialog"
          onClick={onMore}
          sx={{ ...chip, borderColor: 'transparent', color: 'primary.main' }}
        >
          +{rest}
        </ButtonBase>
      )}
    </Box>
  )
}
