import { domain, type Identity, type Scope, type Token, type User } from '#mocks/cloud/identity.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { isObject, objectIn, pythonRepr, textOf, type Json } from './values.ts'

/** One sentence for everything that is wrong, so that nobody learns which users and projects there are. */
const unauthorized = () => new Refusal(401, 'The request you have made requires authentication.')

/** The refusal of a body in which something is missing. */
export const expecting = (what: string, where: string) =>
  new Refusal(
    400,
    `Expecting to find ${what} in ${where}. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.`,
  )

const isOurDomain = (holder: Json) => {
  const { id, name } = objectIn(holder, 'domain')
  return id === domain.id || (id === undefined && name === domain.name)
}

/** A user or project by id, or by name and domain. */
function named<T>(
  given: Json,
  { what, field }: { what: string; field: string },
  find: { byId: (id: string) => T | undefined; byName: (name: string) => T | undefined },
): T | undefined {
  const id = textOf(given['id'])
  if (id !== undefined) return find.byId(id)
  const name = textOf(given['name'])
  if (name === undefined)
    throw new Refusal(400, `Invalid input for field ${field}: id or name must be present.`)
  if (!isObject(given['domain'])) throw expecting('domain', what)
  return isOurDomain(given) ? find.byName(name) : undefined
}

function userBy(identity: Identity, method: Json): User {
  const given = method['user']
  // Keystone forgets to say where it looked.
  if (!isObject(given)) throw expecting('user', 'None')
  const user = named(
    given,
    { what: 'user', field: 'identity/password/user' },
    { byId: (id) => identity.users.get(id), byName: (name) => identity.userNamed(name) },
  )
  if (!user || user.password !== given['password']) throw unauthorized()
  return user
}

function tokenBy(identity: Identity, method: Json): Token {
  const token = identity.token(textOf(method['id']) ?? null)
  if (!token) throw new Refusal(404, 'Failed to validate token')
  return token
}

const scopes = ['system', 'project', 'domain', 'OS-TRUST:trust', 'unscoped']

/** What a `scope` names; undefined for what there is not, or not for us. */
function scopeNamed(identity: Identity, scope: unknown): Scope | undefined {
  if (scope === undefined || scope === 'unscoped') return null
  if (!isObject(scope) || !scopes.some((name) => name in scope))
    throw expecting('system, project, domain, OS-TRUST:trust or unscoped', 'scope')
  if ('unscoped' in scope) return null
  if (objectIn(scope, 'system')['all'] === true) return 'system'
  if (!isObject(scope['project'])) return undefined
  return named(
    scope['project'],
    { what: 'project', field: 'scope/project' },
    { byId: (id) => identity.projects.get(id), byName: (name) => identity.projectNamed(name) },
  )
}

function hasRoleIn(user: User, scope: Scope): boolean {
  if (scope === 'system') return user.systemRole !== undefined
  return scope === null || user.roles.has(scope.id)
}

/** Keystone's refusal of an `identity` that names no methods, with the schema that it prints. */
const withoutMethods = (asked: Json) =>
  `Invalid input for field 'identity': 'methods' is a required property

Failed validating 'required' in schema['properties']['identity']:
    {'properties': {'methods': {'items': {'type': 'string'},
                                'type': 'array'},
                    'password': {'properties': {'user': {'properties': {'domain': {'properties': {'id': {'type': 'string'},
                                                                                                  'name': {'type': 'string'}},
                                                                                   'type': 'object'},
                                                                        'id': {'type': 'string'},
                                                                        'name': {'type': 'string'},
                                                                        'password': {'type': 'string'}},
                                                         'type': 'object'}},
                                 'type': 'object'},
                    'token': {'properties': {'id': {'type': 'string'}},
                              'required': ['id'],
                              'type': 'object'}},
     'required': ['methods'],
     'type': 'object'}

On instance['identity']:
    ${pythonRepr(asked)}`

/** The refusal of a way to sign in that there is not; it names those that there are. */
export class UnsupportedMethod extends Refusal {
  readonly identity = {
    methods: ['external', 'password', 'token', 'oauth1', 'mapped', 'application_credential'],
  }

  constructor() {
    super(401, 'Attempted to authenticate with an unsupported method.')
  }
}

function methodOf(asked: Json, [method]: readonly unknown[]): 'password' | 'token' {
  if (typeof method !== 'string') throw unauthorized()
  if (!isObject(asked[method])) throw expecting(method, 'identity')
  if (method === 'password' || method === 'token') return method
  throw new UnsupportedMethod()
}

/** Issues the token that the body of `POST /v3/auth/tokens` asks for, or refuses as Keystone does. */
export function authenticate(identity: Identity, body: unknown): Token {
  if (!isObject(body)) throw expecting('valid JSON', 'request body')
  const { auth } = body
  if (!isObject(auth)) throw expecting('auth', 'request body')
  const asked = objectIn(auth, 'identity')
  if (!Array.isArray(asked['methods'])) throw new Refusal(400, withoutMethods(asked))
  const scope = scopeNamed(identity, auth['scope'])
  if (scope === undefined) throw unauthorized()
  const method = methodOf(asked, asked['methods'])
  const from = method === 'token' ? tokenBy(identity, objectIn(asked, 'token')) : undefined
  const user = from?.user ?? userBy(identity, objectIn(asked, 'password'))
  if (!hasRoleIn(user, scope)) throw unauthorized()
  return identity.issue(user, scope, method, from)
}
