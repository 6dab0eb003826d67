import { getResponse } from 'msw'

import { ManualClock } from '#mocks/cloud/clock.ts'

import { createEmbeddedCloud, type EmbeddedCloudOptions } from './index.ts'

const origin = 'http://cloud.test'

/** What came back: status, headers, and the JSON (or the text that is not JSON). */
export type Reply = { status: number; headers: Headers; body: unknown }

type Asked = { headers?: Record<string, string>; body?: unknown }

/** The value at a path of keys and indexes in JSON of which nothing is known. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here = value
  for (const key of path)
    here =
      typeof here === 'object' && here !== null
        ? Object.entries(here).find(([name]) => name === String(key))?.[1]
        : undefined
  return here
}

export const listAt = (value: unknown, ...path: (string | number)[]): unknown[] => {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

export const textAt = (value: unknown, ...path: (string | number)[]): string =>
  String(at(value, ...path))

/** The sentence of a refusal of any of the services. */
export const sentenceOf = ({ body }: Reply): string =>
  textAt(Object.values(typeof body === 'object' && body !== null ? body : {}).at(0), 'message')

function idIn(entries: Iterable<{ id: string; name: string | null }>, name: string): string {
  for (const entry of entries) if (entry.name === name) return entry.id
  throw new Error(`nothing is called ${name}`)
}

/** An embedded cloud on a clock of its own, and how to ask it. */
export function startCloud(options: EmbeddedCloudOptions = {}) {
  const clock = new ManualClock()
  const { handlers, cloud } = createEmbeddedCloud({ clock, ...options })

  async function ask(method: string, path: string, { headers, body }: Asked = {}): Promise<Reply> {
    const sendsText = typeof body === 'string'
    const request = new Request(origin + path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: sendsText ? body : JSON.stringify(body) }),
    })
    const response = await getResponse(handlers, request)
    if (!response) throw new Error(`${method} ${path}: no handler`)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') && text !== ''
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    }
  }

  /** Signs in, and gives back how to ask the services as that person. */
  async function signIn(user: string, project: string) {
    const scope = { project: { name: project, domain: { name: 'Default' } } }
    const password = { user: { name: user, domain: { id: 'default' }, password: 'mooring' } }
    const reply = await ask('POST', '/cloud/identity/v3/auth/tokens', {
      body: { auth: { identity: { methods: ['password'], password }, scope } },
    })
    const token = reply.headers.get('x-subject-token') ?? ''
    const projectId = textAt(reply.body, 'token', 'project', 'id')
    const withToken = (version: string) => ({
      'x-auth-token': token,
      'openstack-api-version': version,
    })
    return {
      token,
      projectId,
      ask: (method: string, path: string, asked: Asked = {}) =>
        ask(method, path, { ...asked, headers: { 'x-auth-token': token, ...asked.headers } }),
      cinder: (method: string, path: string, body?: unknown, version = '3.70') =>
        ask(method, `/cloud/volume/v3/${projectId}/${path}`, {
          headers: withToken(`volume ${version}`),
          body,
        }),
      nova: (method: string, path: string, body?: unknown, version = '2.93') =>
        ask(method, `/cloud/compute/v2.1/${path}`, {
          headers: withToken(`compute ${version}`),
          body,
        }),
      glance: (path: string) =>
        ask('GET', `/cloud/image/v2/${path}`, { headers: { 'x-auth-token': token } }),
    }
  }

  const region = cloud.regions[0]
  if (!region) throw new Error('no region')
  return {
    clock,
    cloud,
    region,
    ask,
    signIn,
    /** Ids by name. */
    server: (name: string) => idIn(region.compute.servers.values(), name),
    volume: (name: string) => idIn(region.storage.volumes.values(), name),
    type: (name: string) => idIn(region.storage.types.values(), name),
    image: (name: string) => idIn(region.images.images.values(), name),
  }
}

export type Person = Awaited<ReturnType<ReturnType<typeof startCloud>['signIn']>>

/** Asks Nova to attach a volume. */
export const attachTo = (who: Person, server: string, volume: string, more: object = {}) =>
  who.nova('POST', `servers/${server}/os-volume_attachments`, {
    volumeAttachment: { volumeId: volume, ...more },
  })

/** Asks Nova to detach a volume. */
export const detachFrom = (who: Person, server: string, volume: string) =>
  who.nova('DELETE', `servers/${server}/os-volume_attachments/${volume}`)

/** A volume as Cinder shows it. */
export const look = async (who: Person, volume: string): Promise<unknown> =>
  at((await who.cinder('GET', `volumes/${volume}`)).body, 'volume')
