import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Suspense, useState } from 'react'

import { lazyPart } from '#src/ui/lazy-part.tsx'

import type { Choosing } from './ChoiceText.tsx'

const ChoiceMenu = lazyPart(() => import('./ChoiceMenu.tsx').then((m) => m.ChoiceMenu))
const ChoiceSearch = lazyPart(() => import('./ChoiceSearch.tsx').then((m) => m.ChoiceSearch))

/** More than so many are searched, not read through. */
const many = 10

/** A button, named `label`, that shows what is chosen now and opens the others. */
export function ChoiceButton({ label, now, choices, onChoose }: Choosing) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const Choices = choices.length > many ? ChoiceSearch : ChoiceMenu
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
        onPointerEnter={Choices.preload}
        onFocus={Choices.preload}
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
      {anchor && (
        <Suspense>
          <Choices
            anchor={anchor}
            label={label}
            now={now}
            choices={choices}
            onChoose={choose}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  )
}
