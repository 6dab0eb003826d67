import ListItemText from '@mui/material/ListItemText'

/** One of the things to choose from; `detail` tells apart those of the same label. */
export type Choice = { id: string; label: string; detail?: string }

/** A choice that is offered, and what comes of it; `now` is the id of the one that is chosen. */
export type Choosing = {
  label: string
  now: string
  choices: readonly Choice[]
  onChoose: (id: string) => void
}

/** What choices that are open need besides. */
export type OpenChoices = Choosing & { anchor: HTMLElement; onClose: () => void }

/** What is read of a choice. */
export const ChoiceText = ({ choice: { label, detail } }: { choice: Choice }) => (
  <ListItemText
    primary={label}
    secondary={detail}
    slotProps={{ primary: { noWrap: true }, secondary: { noWrap: true } }}
  />
)
