import { vi } from 'vitest'

import { createServer } from '#server/app.ts'
import { embeddedCloud } from '#server/embedded.ts'
import { readSettings } from '#server/settings/settings.ts'
import { createCookieJar } from '#server/testing/cookie-jar.ts'

type OnTheWay = (
  request: { method: string; path: string },
  goOn: () => Promise<Response>,
) => Promise<Response>

const undisturbed: OnTheWay = (_request, goOn) => goOn()

const memoryStorage = () => {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

/**
 * A browser in front of Mooring's server and an embedded cloud of its own. `fetch` and `sessionStorage` are those of the window
 * that the test plays; other windows of the browser, which share its cookies, act by `elsewhere`. `env`: settings of the server.
 */
export function openBrowser(env: Record<string, string> = {}) {
  const settings = readSettings(env)
  const cloud = embeddedCloud(settings.demo)
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const secret = 'of a test, and of no use to anybody else'
  const app = createServer(settings, { ...cloud, log: silent, secret })
  const { send } = createCookieJar((path, init) => app.request(path, init))
  const heard: { method: string; path: string; status: number }[] = []
  let onTheWay = undisturbed

  vi.stubGlobal('sessionStorage', memoryStorage())
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    const response = await onTheWay({ method, path }, () => send(path, init))
    heard.push({ method, path, status: response.status })
    return response
  })
  return {
    /** What this window asked the server for. */
    heard,
    /** Has something happen to this window's requests on their way, such as a cut connection or a proxy's answer. */
    meddle: (next: OnTheWay) => {
      onTheWay = next
    },
    /** Another window of this browser. */
    elsewhere: {
      signIn: (userName: string, more: object = {}) =>
        send('/api/session', {
          method: 'POST',
          body: JSON.stringify({ userName, password: 'mooring', domain: 'Default', ...more }),
        }),
      signOut: () => send('/api/session', { method: 'DELETE' }),
    },
  }
}
