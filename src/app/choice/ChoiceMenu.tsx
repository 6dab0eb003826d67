import Menu from '@mui/material/Menu'

import { ChoiceText, type OpenChoices } from './ChoiceText.tsx'
import { MenuChoice } from './MenuChoice.tsx'

/** A few things to choose one from, in a menu that is open at `anchor`. */
export const ChoiceMenu = ({ anchor, onClose, now, choices, onChoose }: OpenChoices) => (
  <Menu
    anchorEl={anchor}
    open
    onClose={onClose}
    slotProps={{ paper: { sx: { mt: 0.5, minWidth: 180, maxWidth: 360 } } }}
  >
    {choices.map((choice) => (
      <MenuChoice key={choice.id} selected={choice.id === now} onClick={() => onChoose(choice.id)}>
        <ChoiceText choice={choice} />
      </MenuChoice>
    ))}
  </Menu>
)
