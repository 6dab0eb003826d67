import MoreVert from '@mui/icons-material/MoreVert'
import IconButton, { type IconButtonProps } from '@mui/material/IconButton'

/** The button, named `label`, of a menu of actions. */
export const ActionsButton = ({ label, ...opener }: IconButtonProps & { label: string }) => (
  <IconButton size="small" aria-label={label} {...opener}>
    <MoreVert fontSize="small" />
  </IconButton>
)
