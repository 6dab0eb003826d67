import { vi } from 'vitest'

import { createServer } from '#server/app.ts'
import { embeddedCloud } from '#server/embedded.ts'
import { readSettings } from '#server/settings/settings.ts'

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
 * that the test plays; other windows of the browser, which share its cookies, act by `elsewhere`.
 */
export function openBrowser() {
  const settings = readSettings({})
  const cloud = embeddedCloud(settings.demo)
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const secret = 'of a test, and of no use to anybody else'
  const app = createServer(settings, { ...cloud, log: silent, secret })
  const cookies = new Map<string, string>()
  const heard: { method: string; path: string; status: number }[] = []

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '))
    const response = await app.request(path, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  vi.stubGlobal('sessionStorage', memoryStorage())
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const response = await send(path, init)
    heard.push({ method: init.method ?? 'GET', path, status: response.status })
    return response
  })
  return {
    /** What this window asked the server for. */
    heard,
    cookies,
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
