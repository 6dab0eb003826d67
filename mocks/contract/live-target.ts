import { at, listAt, textAt } from '#mocks/client/json.ts'
import { withNewest } from '#mocks/client/newest.ts'
import { authenticate } from '#mocks/client/person.ts'
import type { Target } from '#mocks/client/target.ts'

/** The address of a service without version and project, as the catalog names it for the public. */
function addressIn(catalog: readonly unknown[], type: string): string {
  const service = catalog.find((one) => at(one, 'type') === type)
  const endpoint = listAt(service, 'endpoints').find((one) => at(one, 'interface') === 'public')
  return textAt(endpoint, 'url').replace(/\/v[\d.]+(\/.*)?$/, '')
}

/**
 * The cloud whose Keystone `authUrl` names. Its `demo`, a member of project `demo`, must have this password.
 * @throws Error when `demo` can't sign in
 */
export async function liveTarget(authUrl: string, password: string): Promise<Target> {
  const identity = authUrl.replace(/\/v3\/?$/, '')
  const target: Omit<Target, 'newest'> = {
    send: (request) => fetch(request),
    addresses: { identity, volume: '', compute: '', image: '' },
    pause: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    now: () => Date.now(),
    password,
  }
  const reply = await authenticate(target, { user: 'demo', project: 'demo' })
  if (reply.status !== 201) throw new Error(`demo could not sign in at ${authUrl}: ${reply.status}`)
  const catalog = listAt(reply.body, 'token', 'catalog')
  return withNewest({
    ...target,
    addresses: {
      identity,
      volume: addressIn(catalog, 'block-storage'),
      compute: addressIn(catalog, 'compute'),
      image: addressIn(catalog, 'image'),
    },
  })
}
