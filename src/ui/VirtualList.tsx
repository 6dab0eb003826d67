import Box from '@mui/material/Box'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'

/** A list of which only the part in sight is drawn; its items are all of one height, in px. */
export function VirtualList<Item>({
  label,
  items,
  itemKey,
  itemHeight,
  maxHeight,
  children,
}: {
  label: string
  items: readonly Item[]
  itemKey: (item: Item) => string
  itemHeight: number
  maxHeight: number
  children: (item: Item) => ReactNode
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeight,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : itemKey(item)
    },
    overscan: 3,
    initialRect: { width: 400, height: maxHeight },
  })
  return (
    <Box
      ref={scroller}
      // A list that scrolls has to be reachable by keyboard.
      tabIndex={0}
      sx={{ overflow: 'auto' }}
      style={{ height: Math.min(maxHeight, items.length * itemHeight) }}
    >
      <Box
        role="list"
        aria-label={label}
        sx={{ position: 'relative' }}
        style={{ height: list.getTotalSize() }}
      >
        {list.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return (
            item !== undefined && (
              <Box
                key={key}
                role="listitem"
                aria-setsize={items.length}
                aria-posinset={index + 1}
                sx={{ position: 'absolute', left: 0, right: 0 }}
                style={{ height: itemHeight, transform: `translateY(${start}px)` }}
              >
                {children(item)}
              </Box>
            )
          )
        })}
      </Box>
    </Box>
  )
}
