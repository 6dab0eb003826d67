import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef } from 'react'

import { observeLaidOutRect } from '#src/ui/table/laid-out-rect.ts'

import type { PickerOption } from './picker-option.ts'

import css from './PickerListbox.module.css'

const optionHeight = 52
const highest = 7 * optionHeight

/** The id of an option's element. */
export const optionId = (listId: string, id: string) => `${listId}-${id}`

/**
 * The list of a picker, of which only the options in sight are drawn, and the active one, which
 * the field's `aria-activedescendant` names.
 */
export function PickerListbox(props: {
  id: string
  label: string
  options: readonly PickerOption[]
  picked: ReadonlySet<string>
  /** Place of the active option; -1 for none. */
  active: number
  single: boolean
  onToggle: (option: PickerOption) => void
}) {
  const { id, label, options, picked, active, single, onToggle } = props
  const scroller = useRef<HTMLDivElement>(null)
  // Memoised: new keys would have every option's position computed again.
  const keyOf = useCallback((index: number) => options[index]?.id ?? index, [options])
  const list = useVirtualizer<HTMLElement, Element>({
    count: options.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => optionHeight,
    getItemKey: keyOf,
    overscan: 4,
    useFlushSync: false,
    initialRect: { width: 400, height: highest },
    observeElementRect: observeLaidOutRect,
    rangeExtractor: (range) => {
      const places = defaultRangeExtractor(range)
      if (active < 0 || active >= options.length || places.includes(active)) return places
      return [...places, active].toSorted((a, b) => a - b)
    },
  })

  // The browser scrolls to what has the focus; the active option never has it.
  useEffect(() => {
    if (active >= 0) list.scrollToIndex(active)
  }, [active, list])

  return (
    <div
      ref={scroller}
      className={css.room}
      style={{ height: Math.min(highest, options.length * optionHeight) }}
    >
      <div
        id={id}
        role="listbox"
        aria-label={label}
        aria-multiselectable={!single}
        className={css.list}
        style={{ height: list.getTotalSize() }}
      >
        {list.getVirtualItems().map(({ index, key, start }) => {
          const option = options[index]
          return (
            option && (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
              <div
                key={key}
                id={optionId(id, option.id)}
                role="option"
                // The focus stays in the field, which names the active option.
                tabIndex={-1}
                aria-selected={picked.has(option.id)}
                aria-disabled={option.obstacle !== undefined}
                aria-setsize={options.length}
                aria-posinset={index + 1}
                data-active={index === active}
                onClick={() => onToggle(option)}
                className={css.option}
                style={{ height: optionHeight, transform: `translateY(${start}px)` }}
              >
                <OptionText option={option} picked={picked.has(option.id)} single={single} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

const boxes = {
  picked:
    'M19 3H5c-1.11 0-2 .9-2 2v14c0 1.1.89 2 2 2h14c1.11 0 2-.9 2-2V5c0-1.1-.89-2-2-2m-9 14-5-5 1.41-1.41L10 14.17l7.59-7.59L19 8z',
  empty: 'M19 5v14H5V5zm0-2H5c-1.1 0-2 .9-2 2v14c0 1.1.9 2 2 2h14c1.1 0 2-.9 2-2V5c0-1.1-.9-2-2-2',
}

const circles = {
  picked:
    'M12 7c-2.76 0-5 2.24-5 5s2.24 5 5 5 5-2.24 5-5-2.24-5-5-5m0-5C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2m0 18c-4.42 0-8-3.58-8-8s3.58-8 8-8 8 3.58 8 8-3.58 8-8 8',
  empty:
    'M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2m0 18c-4.42 0-8-3.58-8-8s3.58-8 8-8 8 3.58 8 8-3.58 8-8 8',
}

/** What is drawn of an option; again only when something of it has changed. */
const OptionText = memo(function OptionText({
  option: { label, detail, obstacle, doubt },
  picked,
  single,
}: {
  option: PickerOption
  picked: boolean
  single: boolean
}) {
  const second = obstacle ?? doubt ?? detail
  return (
    <>
      <svg viewBox="0 0 24 24" aria-hidden data-picked={picked} className={css.mark}>
        <path d={(single ? circles : boxes)[picked ? 'picked' : 'empty']} />
      </svg>
      <div className={css.text}>
        <div className={css.first}>
          <bdi>{label}</bdi>
        </div>{' '}
        <div title={second} className={doubt ? css.doubt : css.second}>
          {second}
        </div>
      </div>
    </>
  )
})
