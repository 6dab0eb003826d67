import Tooltip from '@mui/material/Tooltip'

/** A text beside `anchor`, open as long as it is drawn; Escape asks for its end. */
export const HintBubble = ({
  title,
  anchor,
  onClose,
}: {
  title: string
  anchor: Element
  onClose: () => void
}) => (
  <Tooltip open title={title} onClose={onClose} slotProps={{ popper: { anchorEl: anchor } }}>
    <span hidden />
  </Tooltip>
)
