import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'

import { contains, folded } from '#src/model/search-text.ts'
import { FilterSearch } from '#src/ui/page/FilterBar.tsx'
import { VirtualList } from '#src/ui/VirtualList.tsx'

import { DialogFrame } from './DialogFrame.tsx'

/** A dialog with a list of any length and a search. */
export function ListDialog<Item extends { key: string }>({
  title,
  searchLabel,
  items,
  textsOf,
  count,
  noMatch,
  itemHeight,
  maxHeight,
  onClose,
  renderLine,
  children,
}: {
  title: string
  searchLabel: string
  items: readonly Item[]
  /** The texts of an item in which the search looks. */
  textsOf: (item: Item) => readonly (string | null | undefined)[]
  /** Says how many items there are. */
  count: (items: number) => string
  /** Shown where no item matches. */
  noMatch?: string
  /** In px. */
  itemHeight: number
  maxHeight: number
  onClose: () => void
  renderLine: (item: Item) => ReactNode
  /** A dialog over this one. */
  children?: ReactNode
}) {
  const [typed, setTyped] = useState('')
  const wanted = folded(typed)
  const found = items.filter((item) => contains(textsOf(item), wanted))
  return (
    <DialogFrame title={title} width="md" onClose={onClose}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 1 }}>
        <FilterSearch
          inDialog
          label={searchLabel}
          value={typed}
          onChange={(text = '') => setTyped(text)}
        />
        <Typography role="status" variant="body2" color="textSecondary">
          {count(found.length)}
        </Typography>
      </Box>
      {found.length === 0 && noMatch !== undefined && <Typography>{noMatch}</Typography>}
      <VirtualList
        label={title}
        items={found}
        itemKey={({ key }) => key}
        itemHeight={itemHeight}
        maxHeight={maxHeight}
      >
        {renderLine}
      </VirtualList>
      {children}
    </DialogFrame>
  )
}
