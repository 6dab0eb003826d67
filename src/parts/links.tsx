import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { createLink } from '@tanstack/react-router'

/** A link to a page of ours that looks like a button. */
export const ButtonLink = createLink(Button)

/** A link to a page of ours in a text. */
export const PageLink = createLink(Link)
