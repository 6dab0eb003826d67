import { fitChips } from './fit-chips.ts'
import type { Tone } from './StatusChip.tsx'
import { textWidth } from './text-width.ts'

import css from './OverflowChips.module.css'

/** Something that is shown as a chip. */
export type ChipItem = { key: string; label: string; description: string; tone: Tone | 'faded' }

// As the style sheet has them.
const font = '500 12.5px system-ui, sans-serif'
const padding = 18
const widest = 220
const gap = 4

const chipWidth = (label: string) => Math.min(widest, Math.ceil(textWidth(label, font)) + padding)

/** As many chips as `width` px hold in one row, and a button for the rest. */
export function OverflowChips<Item>({
  items,
  chipOf,
  width,
  moreLabel,
  onItem,
  onMore,
}: {
  items: readonly Item[]
  /** How an item is shown; asked only of those that may have room. */
  chipOf: (item: Item) => ChipItem
  width: number
  /** Names the button that stands for `rest` more. */
  moreLabel: (rest: number) => string
  onItem: (key: string, anchor: HTMLElement) => void
  onMore: () => void
}) {
  const more = Math.ceil(textWidth(`+${items.length}`, font)) + padding
  const chips: ChipItem[] = []
  const widths: number[] = []
  let used = 0
  for (const item of items) {
    if (used > width) break
    const chip = chipOf(item)
    const room = chipWidth(chip.label)
    chips.push(chip)
    widths.push(room)
    used += room
  }
  const measured = items.length > chips.length ? [...widths, Number.POSITIVE_INFINITY] : widths
  const shown = fitChips(measured, width, { gap, more })
  const rest = items.length - shown
  return (
    <div className={css.row}>
      {chips.slice(0, shown).map(({ key, label, description, tone }) => (
        <button
          key={key}
          type="button"
          title={description}
          aria-label={description}
          onClick={({ currentTarget }) => onItem(key, currentTarget)}
          className={`${css.chip} ${css[tone] ?? ''}`}
        >
          <bdi>{label}</bdi>
        </button>
      ))}
      {rest > 0 && (
        <button
          type="button"
          aria-label={moreLabel(rest)}
          aria-haspopup="dialog"
          onClick={onMore}
          className={`${css.chip} ${css.more}`}
        >
          +{rest}
        </button>
      )}
    </div>
  )
}
