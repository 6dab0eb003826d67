import CheckBox from '@mui/icons-material/CheckBox'
import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlank'
import Box from '@mui/material/Box'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'

import { observeLaidOutRect } from './laid-out-rect.ts'
import type { PickerOption } from './MultiPicker.tsx'

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
  onToggle: (option: PickerOption) => void
}) {
  const { id, label, options, picked, active, onToggle } = props
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer<HTMLElement, Element>({
    count: options.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => optionHeight,
    getItemKey: (index) => options[index]?.id ?? index,
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
    <Box
      ref={scroller}
      sx={{ overflow: 'auto' }}
      style={{ height: Math.min(highest, options.length * optionHeight) }}
    >
      <Box
        id={id}
        role="listbox"
        aria-label={label}
        aria-multiselectable
        sx={{ position: 'relative' }}
        style={{ height: list.getTotalSize() }}
      >
        {list.getVirtualItems().map(({ index, key, start }) => {
          const option = options[index]
          return (
            option && (
              <Box
                key={key}
                id={optionId(id, option.id)}
                role="option"
                aria-selected={picked.has(option.id)}
                aria-disabled={option.obstacle !== undefined}
                aria-setsize={options.length}
                aria-posinset={index + 1}
                data-active={index === active}
                onClick={() => onToggle(option)}
                sx={optionLook}
                style={{ height: optionHeight, transform: `translateY(${start}px)` }}
              >
                <OptionText option={option} picked={picked.has(option.id)} />
              </Box>
            )
          )
        })}
      </Box>
    </Box>
  )
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

const optionLook = {
  position: 'absolute',
  left: 0,
  right: 0,
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  px: 1.5,
  cursor: 'pointer',
  fontSize: 14,
  '&:hover, &[data-active=true]': { bgcolor: 'action.hover' },
  '&[data-active=true]': {
    boxShadow: 'inset 3px 0 0 var(--mui-palette-primary-main, currentColor)',
  },
  '&[aria-disabled=true]': { color: 'text.secondary', cursor: 'default' },
} as const

function OptionText({ option, picked }: { option: PickerOption; picked: boolean }) {
  const { label, detail, obstacle, doubt } = option
  const Mark = picked ? CheckBox : CheckBoxOutlineBlank
  const second = obstacle ?? doubt ?? detail
  return (
    <>
      <Mark
        fontSize="small"
        color={picked ? 'primary' : 'inherit'}
        sx={{ opacity: obstacle === undefined ? 1 : 0.4 }}
      />
      <Box sx={{ minWidth: 0, lineHeight: 1.35 }}>
        <Box sx={oneLine}>
          <bdi>{label}</bdi>
        </Box>{' '}
        <Box
          title={second}
          sx={{ ...oneLine, fontSize: 12, color: doubt ? 'warning.main' : 'text.secondary' }}
        >
          {second}
        </Box>
      </Box>
    </>
  )
}
