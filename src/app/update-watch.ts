/** Whether `page`, the server's page of now, starts the same build as `entry`, the script that this window runs. */
export const isSameBuild = (page: string, entry: string): boolean => page.includes(entry)

/** The address of the script that this window runs, as the page names it. */
const entryOf = ({ scripts }: Document): string | null =>
  [...scripts].find(({ type }) => type === 'module')?.getAttribute('src') ?? null

async function wasUpdated(): Promise<boolean> {
  const entry = entryOf(document)
  const response = await fetch('/', { cache: 'no-store' })
  return entry !== null && response.ok && !isSameBuild(await response.text(), entry)
}

/**
 * Calls `act` when a part of the page can't be loaded since the server has another build of it, until the returned function is
 * called. Vite reports each part that could not be loaded: https://vite.dev/guide/build#load-error-handling
 */
export function onUpdate(act: () => void): () => void {
  const look = async () => {
    try {
      if (await wasUpdated()) act()
    } catch {
      // The server can't be reached, which the failed part says already.
    }
  }
  window.addEventListener('vite:preloadError', look)
  return () => window.removeEventListener('vite:preloadError', look)
}
