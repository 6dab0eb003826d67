import {
  domain,
  type Identity,
  type Project,
  type Token,
  type User,
} from '#mocks/cloud/identity.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { isObject, objectIn, textOf, type Json } from './values.ts'

/** One sentence for everything that is wrong, so that nobody learns which users and projects there are. */
const unauthorized = () => new Refusal(401, 'The request you have made requires authentication.')

const isOurDomain = (holder: Json) => {
  const { id, name } = objectIn(holder, 'domain')
  return id === domain.id || (id === undefined && name === domain.name)
}

function userBy(identity: Identity, method: Json): User {
  const given = objectIn(method, 'user')
  const id = textOf(given['id'])
  const user =
    id === undefined
      ? isOurDomain(given) && identity.userNamed(textOf(given['name']) ?? '')
      : identity.users.get(id)
  if (!user || user.password !== given['password']) throw unauthorized()
  return user
}

function tokenBy(identity: Identity, method: Json): Token {
  const token = identity.token(textOf(method['id']) ?? null)
  if (!token) throw new Refusal(404, 'Failed to validate token')
  return token
}

function projectBy(identity: Identity, user: User, scope: unknown): Project | null {
  if (scope === undefined || scope === 'unscoped') return null
  if (!isObject(scope) || !isObject(scope['project'])) throw unauthorized()
  const given = scope['project']
  const id = textOf(given['id'])
  const project =
    id === undefined
      ? isOurDomain(given) && identity.projectNamed(textOf(given['name']) ?? '')
      : identity.projects.get(id)
  if (!project || !user.roles.has(project.id)) throw unauthorized()
  return project
}

function methodOf(asked: Json): 'password' | 'token' {
  const methods: unknown = asked['methods']
  if (!Array.isArray(methods))
    throw new Refusal(400, "Invalid input for field 'identity': 'methods' is a required property")
  const [method]: unknown[] = methods
  if (method === 'password' || method === 'token') return method
  throw new Refusal(401, 'Attempted to authenticate with an unsupported method.')
}

/** Issues the token that the body of `POST /v3/auth/tokens` asks for, or refuses as Keystone does. */
export function authenticate(identity: Identity, body: unknown): Token {
  const auth = isObject(body) ? body['auth'] : undefined
  if (!isObject(auth))
    throw new Refusal(
      400,
      'Expecting to find auth in request body. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.',
    )
  const asked = objectIn(auth, 'identity')
  const method = methodOf(asked)
  const from = method === 'token' ? tokenBy(identity, objectIn(asked, 'token')) : undefined
  const user = from?.user ?? userBy(identity, objectIn(asked, 'password'))
  return identity.issue(user, projectBy(identity, user, auth['scope']), method, from)
}
