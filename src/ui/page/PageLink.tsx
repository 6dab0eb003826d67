import Link from '@mui/material/Link'
import { createLink } from '@tanstack/react-router'

/** A link to another page of ours, that looks as links do here. */
export const PageLink = createLink(Link)
