import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import { useState } from 'react'

import { ChoiceSearch } from './ChoiceSearch.tsx'
import { ChoiceText, type Choosing } from './ChoiceText.tsx'
import { MenuChoice } from './MenuChoice.tsx'

/** More than so many are searched, not read through. */
const many = 10

/** A button, named `label`, that shows what is chosen now and opens the others. */
export function ChoiceButton({ label, now, choices, onChoose }: Choosing) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const current = choices.find(({ id }) => id === now)?.label ?? now
  const close = () => setAnchor(null)
  const choose = (id: string) => {
    close()
    if (id !== now) onChoose(id)
  }
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        aria-label={label}
        aria-haspopup={choices.length > many ? 'dialog' : 'menu'}
        aria-expanded={anchor !== null}
        title={`${label}: ${current}`}
        endIcon={<ExpandMore />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 0, maxWidth: { xs: 130, sm: 240 }, borderColor: 'divider' }}
      >
        <Box
          component="span"
          sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {current}
        </Box>
      </Button>
      {choices.length > many ? (
        <ChoiceSearch
          anchor={anchor}
          label={label}
          now={now}
          choices={choices}
          onChoose={choose}
          onClose={close}
        />
      ) : (
        <Menu
          anchorEl={anchor}
          open={anchor !== null}
          onClose={close}
          slotProps={{ paper: { sx: { mt: 0.5, minWidth: 180, maxWidth: 360 } } }}
        >
          {choices.map((choice) => (
            <MenuChoice
              key={choice.id}
              selected={choice.id === now}
              onClick={() => choose(choice.id)}
            >
              <ChoiceText choice={choice} />
            </MenuChoice>
          ))}
        </Menu>
      )}
    </>
  )
}
