type Listener = (title: string) => void

const listeners = new Set<Listener>()

/** Calls `listener` with the title of each dialog that is closed while its request is under way, until the returned function is called. */
export function onLeave(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Tells that a dialog is closed while its request is under way. */
export const tellLeave = (title: string): void => listeners.forEach((listener) => listener(title))
