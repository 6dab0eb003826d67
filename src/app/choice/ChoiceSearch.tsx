import Box from '@mui/material/Box'
import MenuList from '@mui/material/MenuList'
import Popover from '@mui/material/Popover'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { contains, folded } from '#src/model/search-text.ts'

import { ChoiceText, type Choosing, type OpenChoices } from './ChoiceText.tsx'
import { MenuChoice } from './MenuChoice.tsx'

/** As many as are drawn at once; of the rest one types the name. */
const most = 100

/** Many things to choose one from: a search box over those that match. */
export function ChoiceSearch({ anchor, onClose, ...choosing }: OpenChoices) {
  return (
    <Popover
      anchorEl={anchor}
      open
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': choosing.label, sx: { mt: 0.5, width: 320 } },
      }}
    >
      <Search {...choosing} />
    </Popover>
  )
}

function Search({ label, now, choices, onChoose }: Choosing) {
  const { t } = useTranslation('frame')
  const [wanted, setWanted] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const word = folded(wanted)
  const found = choices.filter((choice) => contains([choice.label, choice.detail, choice.id], word))
  const [first] = found
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      list.current?.querySelector<HTMLElement>('[role=menuitemradio]')?.focus()
    }
    if (event.key === 'Enter' && word !== '' && first) onChoose(first.id)
  }
  return (
    <>
      <Box sx={{ p: 1.5, pb: 0.5 }}>
        <TextField
          autoFocus
          type="search"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          onKeyDown={steer}
          slotProps={{ htmlInput: { 'aria-label': t('choice.search') } }}
          placeholder={t('choice.search')}
        />
      </Box>
      <MenuList ref={list} aria-label={label} sx={{ maxHeight: 360, overflow: 'auto' }}>
        {found.slice(0, most).map((choice) => (
          <MenuChoice
            key={choice.id}
            selected={choice.id === now}
            onClick={() => onChoose(choice.id)}
          >
            <ChoiceText choice={choice} />
          </MenuChoice>
        ))}
      </MenuList>
      <Typography role="status" variant="body2" color="textSecondary" sx={{ px: 2, pb: 1 }}>
        {found.length === 0 && t('choice.none')}
        {found.length > most && t('choice.more', { count: found.length - most })}
      </Typography>
    </>
  )
}
