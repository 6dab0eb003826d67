import { createContext, type ReactNode } from 'react'

/** What all dialogs below say first; nothing where it is undefined. Apart from the dialogs, so that it does not load them. */
export const DialogNote = createContext<ReactNode>(undefined)
