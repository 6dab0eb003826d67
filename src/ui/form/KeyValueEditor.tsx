import Add from '@mui/icons-material/Add'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { MenuButton } from '#src/ui/menu/MenuButton.tsx'

/** A key and its value, as they are being typed. */
export type Pair = { key: string; value: string }

/** Pairs of keys and values that can be changed, added and removed. */
export type KeyValueEditorProps = {
  /** What the pairs are. */
  title: string
  help?: string
  /** Said where there are none. */
  emptyText: string
  pairs: readonly Pair[]
  /** What is wrong with the pair at a place; undefined where nothing is. */
  problemAt: (place: number) => string | undefined
  onChange: (pairs: Pair[]) => void
  /** Pairs that many have, to be added by choosing; an empty value is left to be typed. */
  offers?: readonly (Pair & { meaning: string })[]
}

/** Draws the pairs, a line each, and a button that adds one. */
export function KeyValueEditor(props: KeyValueEditorProps) {
  const { title, help, emptyText, pairs, problemAt, onChange, offers = [] } = props
  const { t } = useTranslation('ui')
  const titleId = useId()
  const list = useRef<HTMLUListElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const change = (place: number, part: Partial<Pair>) =>
    onChange(pairs.map((pair, at) => (at === place ? { ...pair, ...part } : pair)))
  const remove = (place: number) => {
    onChange(pairs.filter((_pair, at) => at !== place))
    // What had the focus is gone; it must not fall out of the dialog.
    addButton.current?.focus()
  }
  const focusLast = (field: 'key' | 'value') =>
    list.current
      ?.querySelectorAll<HTMLInputElement>(':scope > :last-child input')
      .item(field === 'key' ? 0 : 1)
      ?.focus()
  const add = (pair: Pair) => {
    onChange([...pairs, pair])
    requestAnimationFrame(() => focusLast(pair.key === '' ? 'key' : 'value'))
  }
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Typography id={titleId} variant="subtitle1" component="h3" sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      {help && (
        <Typography variant="body2" color="textSecondary">
          {help}
        </Typography>
      )}
      {pairs.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ my: 1 }}>
          {emptyText}
        </Typography>
      )}
      <Box
        ref={list}
        component="ul"
        aria-labelledby={titleId}
        sx={{
          listStyle: 'none',
          p: 0,
          my: 1.5,
          display: pairs.length === 0 ? 'none' : 'grid',
          gap: { xs: 3, sm: 1.5 },
        }}
      >
        {pairs.map((pair, place) => (
          <PairFields
            // oxlint-disable-next-line react/no-array-index-key -- a pair has no name but its place: its key is being typed
            key={place}
            pair={pair}
            problem={problemAt(place)}
            onChange={(part) => change(place, part)}
            onRemove={() => remove(place)}
          />
        ))}
      </Box>
      <Button
        ref={addButton}
        size="small"
        startIcon={<Add />}
        aria-label={t('pairs.addTo', { what: title })}
        onClick={() => add({ key: '', value: '' })}
      >
        {t('pairs.add')}
      </Button>
      {offers.length > 0 && (
        <MenuButton
          size="small"
          label={t('pairs.offers')}
          actions={offers.map(({ key, value, meaning }) => ({
            label: key,
            detail: meaning,
            onSelect: () => add({ key, value }),
          }))}
        />
      )}
    </Box>
  )
}

function PairFields({
  pair: { key, value },
  problem,
  onChange,
  onRemove,
}: {
  pair: Pair
  problem: string | undefined
  onChange: (part: Partial<Pair>) => void
  onRemove: () => void
}) {
  const { t } = useTranslation('ui')
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: 1,
        alignItems: 'start',
        gridTemplateColumns: { xs: '1fr auto', sm: '2fr 3fr auto' },
      }}
    >
      <TextField
        size="small"
        label={t('pairs.key')}
        value={key}
        error={problem !== undefined}
        helperText={problem}
        onChange={({ target }) => onChange({ key: target.value })}
      />
      <TextField
        size="small"
        label={t('pairs.value')}
        value={value}
        onChange={({ target }) => onChange({ value: target.value })}
        slotProps={{
          htmlInput: { ...(key !== '' && { 'aria-label': t('pairs.valueOf', { key }) }) },
        }}
        sx={{ gridRow: { xs: 2, sm: 'auto' } }}
      />
      <IconButton
        aria-label={key === '' ? t('pairs.removeUnnamed') : t('pairs.remove', { key })}
        onClick={onRemove}
      >
        <Close fontSize="small" />
      </IconButton>
    </Box>
  )
}
