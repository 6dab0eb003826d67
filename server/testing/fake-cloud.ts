import { createServer, type ServerDeps } from '#server/app.ts'
import type { UpstreamInit } from '#server/cloud/upstream.ts'
import { readSettings } from '#server/settings/settings.ts'

/** A request that reached the fake cloud. */
export type Heard = { address: string; init: UpstreamInit }

const keystone = 'https://cloud.example:5000/v3'
export const endsAt = '2030-01-01T04:00:00.000000Z'
export const now = Date.parse('2030-01-01T00:00:00Z')

const domain = { id: 'default', name: 'Default' }
const projects = {
  apollo: { id: 'p-apollo', name: 'apollo', domain },
  zeus: { id: 'p-zeus', name: 'zeus', domain },
}

/** People by name: the projects they have, and the one that Keystone scopes them to by itself. */
const people: Record<
  string,
  { has: (keyof typeof projects)[]; byDefault?: keyof typeof projects }
> = {
  ann: { has: ['zeus', 'apollo'] },
  ben: { has: ['apollo', 'zeus'], byDefault: 'zeus' },
  eve: { has: [] },
}

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

type Auth = {
  identity: {
    password?: { user: { name: string; password: string } }
    token?: { id: string }
  }
  scope?: { project: { id: string } }
}

const refusal = (code: number, title: string, message: string) =>
  Response.json(
    { error: { code, title, message } },
    { status: code, headers: { 'x-openstack-request-id': 'req-refused' } },
  )

const noVolumes = () => Response.json({ volumes: [] })

/** A Keystone with people and their tokens, version documents, and services that answer what a test wants. */
export function createFakeCloud() {
  const heard: Heard[] = []
  const tokens = new Map<string, { person: string; projectId?: string }>()
  let issued = 0
  let answer: () => Response | Promise<Response> = noVolumes

  function issue({ identity, scope }: Auth): Response {
    const { password, token } = identity
    const person = password?.user.name ?? tokens.get(token?.id ?? '')?.person
    const { has, byDefault } = people[person ?? ''] ?? { has: [] }
    if (person === undefined || (password && password.user.password !== 'right'))
      return refusal(401, 'Unauthorized', 'The request you have made requires authentication.')
    const byName = byDefault && projects[byDefault].id
    const projectId = scope?.project.id ?? byName
    const project = has.map((name) => projects[name]).find(({ id }) => id === projectId)
    issued += 1
    const id = `token-${issued}`
    tokens.set(id, { person, ...(project && { projectId: project.id }) })
    const scoped = project && {
      project,
      roles: [{ name: 'member' }],
      catalog: catalogOf(project.id),
    }
    const user = { id: `u-${person}`, name: person, domain }
    return Response.json(
      { token: { user, expires_at: endsAt, ...scoped } },
      { status: 201, headers: { 'x-subject-token': id } },
    )
  }

  function keystoneAnswer(path: string, { method = 'GET', headers, body }: UpstreamInit): Response {
    if (path === '') return Response.json({ version: { id: 'v3.14' } })
    if (path === '/auth/tokens' && method === 'POST')
      return issue(JSON.parse(typeof body === 'string' ? body : '').auth)
    const held = tokens.get(headers['x-auth-token'] ?? '')
    if (!held) return refusal(401, 'Unauthorized', 'The token is no more.')
    if (path === '/auth/catalog') return Response.json({ catalog: catalogOf(held.projectId ?? '') })
    if (path === '/auth/projects')
      return Response.json({
        projects: (people[held.person]?.has ?? []).map((name) => ({
          id: projects[name].id,
          name,
          domain_id: 'default',
        })),
      })
    if (path !== '/auth/tokens' || method !== 'DELETE') return refusal(403, 'Forbidden', 'No.')
    tokens.delete(headers['x-subject-token'] ?? '')
    return new Response(null, { status: 204 })
  }

  return {
    heard,
    /** The tokens that are valid. */
    tokens,
    /** What the services answer from now on. */
    answerWith: (next: typeof answer) => {
      answer = next
    },
    upstream: async (address: string, init: UpstreamInit): Promise<Response> => {
      heard.push({ address, init })
      if (address.startsWith(keystone)) return keystoneAnswer(address.slice(keystone.length), init)
      const document = documents[address.replace(/^https?:\/\/[a-z.]+/, '')]
      return document === undefined ? answer() : Response.json(document, { status: 300 })
    },
  }
}

/** A server of the fake cloud, and a browser on it that keeps its cookies. */
export function createVisit(env: Record<string, string> = {}, deps: Partial<ServerDeps> = {}) {
  const cloud = createFakeCloud()
  const settings = readSettings({ OS_AUTH_URL: keystone, ...env })
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const app = createServer(settings, {
    upstream: cloud.upstream,
    log: silent,
    secret: 'a secret of at least thirty-two characters',
    now: () => now,
    ...deps,
  })
  const cookies = new Map<string, string>()

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await app.request(path, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  const sendJson = (method: string, path: string, body: object) =>
    send(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  return {
    app,
    cloud,
    cookies,
    send,
    sendJson,
    signIn: (userName = 'ann', more: object = {}) =>
      sendJson('POST', '/api/session', { userName, password: 'right', domain: 'Default', ...more }),
    /** The last request that went to a service other than Keystone. */
    lastForwarded: () => cloud.heard.findLast(({ address }) => !address.startsWith(keystone)),
  }
}
