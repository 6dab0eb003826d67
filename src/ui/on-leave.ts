import { createContext } from 'react'

/** Told of each dialog, by its title, that is closed while its request is under way. */
export const OnLeave = createContext<(title: string) => void>(() => undefined)
