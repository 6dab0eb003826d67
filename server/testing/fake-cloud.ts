import { createServer, type ServerDeps } from '#server/app.ts'
import type { UpstreamInit } from '#server/cloud/upstream.ts'
import { readSettings } from '#server/settings/settings.ts'
import { encodeScope, type WindowScope, scopeHeader } from '#src/model/cloud/session.ts'

import { createCookieJar } from './cookie-jar.ts'
import { createFakeKeystone } from './fake-keystone.ts'

/** A request that reached the fake cloud. */
export type Heard = { address: string; init: UpstreamInit }

const keystoneUrl = 'https://cloud.example:5000/v3'
export const now = Date.parse('2030-01-01T00:00:00Z')

const endpoints = (path: string, regions = ['north', 'south']) =>
  regions.flatMap((region) => [
    { interface: 'public', region_id: region, url: `https://${region}.example${path}` },
    { interface: 'internal', region_id: region, url: `http://${region}.internal${path}` },
  ])

const catalogOf = (projectId: string) => [
  { type: 'identity', endpoints: endpoints(':5000/v3') },
  { type: 'block-storage', endpoints: endpoints(`:8776/v3/${projectId}`) },
  { type: 'compute', endpoints: endpoints(':8774/v2.1') },
  { type: 'image', endpoints: endpoints(':9292', ['north']) },
]

const documents: Record<string, unknown> = {
  ':8776/v3/': { versions: [{ id: 'v3.0', version: '3.70', min_version: '3.0' }] },
  ':8774/v2.1/': { version: { id: 'v2.1', version: '2.93', min_version: '2.1' } },
}

const noVolumes = () => Response.json({ volumes: [] })

/** A Keystone with people and their tokens, version documents, and services that answer what a test wants. */
export function createFakeCloud() {
  const heard: Heard[] = []
  const keystone = createFakeKeystone(catalogOf)
  let answer: () => Response | Promise<Response> = noVolumes
  let documentAt = (path: string): Response | undefined | Promise<Response> => {
    const document = documents[path]
    return document === undefined ? undefined : Response.json(document, { status: 300 })
  }

  return {
    heard,
    keystone,
    tokens: keystone.tokens,
    /** What the services answer from now on. */
    answerWith: (next: typeof answer) => {
      answer = next
    },
    /** What the services say of their versions from now on. */
    tellVersions: (next: typeof documentAt) => {
      documentAt = next
    },
    /** The version documents as they are at first. */
    documents,
    upstream: async (address: string, init: UpstreamInit): Promise<Response> => {
      heard.push({ address, init })
      if (address.startsWith(keystoneUrl))
        return keystone.answer(address.slice(keystoneUrl.length), init)
      return (await documentAt(address.replace(/^https?:\/\/[a-z.]+/, ''))) ?? answer()
    },
  }
}

/** A server of the fake cloud, and a browser on it that keeps its cookies. */
export function createVisit(env: Record<string, string> = {}, deps: Partial<ServerDeps> = {}) {
  const cloud = createFakeCloud()
  const settings = readSettings({ OS_AUTH_URL: keystoneUrl, ...env })
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const app = createServer(settings, {
    upstream: cloud.upstream,
    log: silent,
    secret: 'a secret of at least thirty-two characters',
    now: () => now,
    pause: async () => {},
    ...deps,
  })
  const { cookies, cookieHeader, send } = createCookieJar((path, init) => app.request(path, init))

  const sendJson = (method: string, path: string, body: object, headers: object = {}) =>
    send(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })

  return {
    app,
    cloud,
    cookies,
    cookieHeader,
    send,
    sendJson,
    signIn: (userName = 'ann', more: object = {}) =>
      sendJson('POST', '/api/session', { userName, password: 'right', domain: 'Default', ...more }),
    /** The headers of a request from a window that shows `scope`; ann's apollo in north by default. */
    from: (scope: Partial<WindowScope> = {}) => ({
      [scopeHeader]: encodeScope({
        userId: 'u-ann',
        projectId: 'p-apollo',
        region: 'north',
        ...scope,
      }),
    }),
    /** The last request that went to a service other than Keystone. */
    lastForwarded: () => cloud.heard.findLast(({ address }) => !address.startsWith(keystoneUrl)),
  }
}
