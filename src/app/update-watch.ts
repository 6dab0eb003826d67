/** Whether the server serves another build than the one that this window runs; its parts can't be loaded any more then. */
let updated = false
const listeners = new Set<() => void>()

/** For `useSyncExternalStore`. */
export const subscribeToUpdates = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether Mooring was updated while this window was open. */
export const wasUpdated = (): boolean => updated

/** Whether `page`, the server's page of now, starts the same build as `entry`, the script that this window runs. */
export const isSameBuild = (page: string, entry: string): boolean => page.includes(entry)

/** The address of the script that this window runs, as the page names it. */
const entryOf = ({ scripts }: Document): string | null =>
  [...scripts].find(({ type }) => type === 'module')?.getAttribute('src') ?? null

async function look(): Promise<void> {
  const entry = entryOf(document)
  const response = await fetch('/', { cache: 'no-store' })
  if (entry === null || !response.ok || isSameBuild(await response.text(), entry)) return
  updated = true
  for (const listener of listeners) listener()
}

/**
 * Finds out, when a part of the page can't be loaded, whether that is for an upgrade. Vite reports each such failure:
 * https://vite.dev/guide/build#load-error-handling
 */
export function watchForUpdates(): void {
  window.addEventListener('vite:preloadError', () => void look().catch(() => undefined))
}
