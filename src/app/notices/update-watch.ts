/** Whether `page`, what the server serves now, starts with the same `scripts` as this window did. */
export const isSameBuild = (page: string, scripts: readonly string[]): boolean =>
  scripts.every((script) => page.includes(script))

/** The addresses of the scripts that this window started with, as its page named them. */
const scriptsOf = ({ scripts }: Document): string[] =>
  [...scripts]
    .filter(({ type }) => type === 'module')
    .flatMap((script) => script.getAttribute('src') ?? [])

async function wasUpdated(): Promise<boolean> {
  const scripts = scriptsOf(document)
  const response = await fetch('/', { cache: 'no-store' })
  return response.ok && !isSameBuild(await response.text(), scripts)
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
