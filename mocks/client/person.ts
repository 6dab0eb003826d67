import { textAt } from './json.ts'
import { ask, speaks, type Asked, type Reply, type ServiceName, type Target } from './target.ts'

type Credentials = { user: string; project?: string | undefined; password?: string }

/** A cloud that nobody has asked yet how new it is. */
type AnyTarget = Omit<Target, 'newest'>

/** Asks for a token with any `auth`. */
export const askForToken = (target: AnyTarget, auth: object, headers?: Record<string, string>) =>
  ask(target, 'identity', 'POST', '/v3/auth/tokens', { body: { auth }, headers })

/** The part of an `auth` that proves who somebody is by a password. */
export const byPassword = (target: AnyTarget, name: string, password = target.password) => ({
  methods: ['password'],
  password: { user: { name, domain: { id: 'default' }, password } },
})

/** The part of an `auth` that proves who somebody is by a token. */
export const byToken = (id: string) => ({ methods: ['token'], token: { id } })

export const inProject = (name: string) => ({ project: { name, domain: { id: 'default' } } })

/** Asks for a token. */
export const authenticate = (target: AnyTarget, { user, project, password }: Credentials) =>
  askForToken(target, {
    identity: byPassword(target, user, password),
    ...(project !== undefined && { scope: inProject(project) }),
  })

/** The token of an answer to who asked for one; empty where there is none. */
export const tokenOf = ({ headers }: Reply) => headers.get('x-subject-token') ?? ''

/** Whether Keystone still takes a token for good. */
export async function isGood(target: AnyTarget, token: string): Promise<boolean> {
  const headers = { 'x-auth-token': token, 'x-subject-token': token }
  return (await ask(target, 'identity', 'GET', '/v3/auth/tokens', { headers })).status === 200
}

/** Ends a token, with the token itself. */
export const revoke = (target: AnyTarget, token: string, query = '') =>
  ask(target, 'identity', 'DELETE', `/v3/auth/tokens${query}`, {
    headers: { 'x-auth-token': token, 'x-subject-token': token },
  })

/** From Nova 2.101 on an attach is answered before anything is reserved, and what is refused after that is told nowhere. */
const lastThatWaits = '2.100'

/** Somebody who holds a token, or nobody, and how they ask the services. */
export function personWith(target: Target, token: string | undefined, projectId: string) {
  const as = (headers: Record<string, string> = {}) => ({
    ...(token !== undefined && { 'x-auth-token': token }),
    ...headers,
  })
  const send = (service: ServiceName, method: string, path: string, asked: Asked = {}) =>
    ask(target, service, method, path, { ...asked, headers: as(asked.headers) })
  const { newest } = target
  const waiting = speaks(target, 'compute', lastThatWaits) ? lastThatWaits : newest.compute
  const versioned =
    (service: 'volume' | 'compute', prefix: string) =>
    (
      method: string,
      path: string,
      body?: unknown,
      /** By default the newest of the cloud. Null: no header at all. */
      version: string | null = newest[service],
    ): Promise<Reply> =>
      send(service, method, prefix + path, {
        body,
        ...(version !== null && { headers: { 'openstack-api-version': `${service} ${version}` } }),
      })
  const nova = versioned('compute', '/v2.1/')
  return {
    token: token ?? '',
    projectId,
    /** Any request to any service, with the whole path below its address. */
    ask: send,
    /** `path` goes below the project. */
    cinder: versioned('volume', `/v3/${projectId}/`),
    nova,
    /** Attaches a volume, by default in a microversion that answers once Cinder has reserved it. */
    attach: (
      server: string,
      wish: { volumeId: string; [field: string]: unknown },
      version = waiting,
    ) =>
      nova('POST', `servers/${server}/os-volume_attachments`, { volumeAttachment: wish }, version),
    glance: (method: string, path: string) => send('image', method, `/v2/${path}`),
    keystone: (method: string, path: string, body?: unknown) =>
      send('identity', method, `/v3/${path}`, { body }),
  }
}

export type Person = ReturnType<typeof personWith>

/**
 * Signs in; without a project the token has no scope.
 * @throws Error when Keystone refuses
 */
export async function signIn(
  target: Target,
  user: string,
  project: string | undefined,
): Promise<Person> {
  const reply = await authenticate(target, { user, project })
  const token = reply.headers.get('x-subject-token')
  if (!token) throw new Error(`${user} could not sign in to ${project}: ${reply.status}`)
  return personWith(target, token, textAt(reply.body, 'token', 'project', 'id'))
}
