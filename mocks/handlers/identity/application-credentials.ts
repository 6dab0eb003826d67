import type { ApplicationCredential } from '#mocks/cloud/identity/application-credentials.ts'
import type { RoleName } from '#mocks/cloud/identity/policies.ts'
import { randomText } from '#mocks/cloud/identity/token-text.ts'
import { roleId, rolesOf, withImplied } from '#mocks/cloud/identity/tokens.ts'
import { newHex } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { noContent, ok } from '#mocks/handlers/answer.ts'
import type { Route } from '#mocks/handlers/router.ts'
import {
  databaseTimeOrNull,
  isObject,
  objectIn,
  pythonRepr,
  textOf,
  type Json,
} from '#mocks/handlers/values.ts'

import { listOf, onlyAdmins } from './keystone-ask.ts'
import type { KeystoneAsk, KeystoneRun, SignedIn } from './keystone-ask.ts'
import { forbidden } from './keystone-refusals.ts'

const roleView = (name: RoleName) => ({
  id: roleId(name),
  name,
  domain_id: null,
  description: null,
  options: { immutable: true },
})

const credentialView = ({ place }: KeystoneAsk, one: ApplicationCredential) => ({
  id: one.id,
  name: one.name,
  description: one.description,
  user_id: one.user.id,
  project_id: one.project?.id ?? null,
  system: null,
  expires_at: databaseTimeOrNull(one.expiresAt),
  unrestricted: one.unrestricted,
  roles: one.roles.map(roleView),
  links: { self: `${place.base}/v3/application_credentials/${one.id}` },
})

const isOwner = ({ token, params }: SignedIn) => token.user.id === params['user']

function onlyOwnerOrAdmin(ask: SignedIn, rule: string) {
  if (!isOwner(ask)) onlyAdmins(ask, rule)
}

/** Those made for a program may not make or delete others, unless they are unrestricted. */
function checkUnrestricted({ token }: SignedIn) {
  if (token.credential && token.credential.unrestricted !== true)
    throw forbidden(
      "Using method 'application_credential' is not allowed for managing additional application credentials.",
    )
}

const invalid = (reason: string) => new Refusal(400, `Invalid application credential: ${reason}`)

/** The roles that are asked for with those that they imply; without any, all that the token has. */
function rolesAsked({ token }: SignedIn, roles: unknown): readonly RoleName[] {
  const own = rolesOf(token)
  if (!Array.isArray(roles) || roles.length === 0) return own
  const asked = roles.map((one) =>
    own.find((name) => isObject(one) && (one['name'] === name || one['id'] === roleId(name))),
  )
  const known = asked.filter((name) => name !== undefined)
  if (known.length < asked.length)
    throw invalid('Cannot create an application credential with unassigned role')
  return [...new Set(known.flatMap(withImplied))]
}

const malformed =
  'The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.'

/** keystone/common/utils.py, parse_expiration_date. */
function expiryAsked({ identity }: SignedIn, given: unknown): number | null {
  const text = textOf(given)
  if (text === undefined) return null
  const at = Date.parse(text.endsWith('Z') ? text : `${text}Z`)
  if (Number.isNaN(at)) throw new Refusal(400, `Timestamp not in expected format. ${malformed}`)
  if (at < identity.clock.now())
    throw new Refusal(400, `The 'expires_at' must not be before now. ${malformed}`)
  return at
}

function nameAsked({ identity, token }: SignedIn, given: Json): string {
  const name = textOf(given['name'])
  if (name === undefined)
    throw new Refusal(
      400,
      `Invalid input for field/attribute application_credential. Value: ${pythonRepr(given)}. 'name' is a required property`,
    )
  if (identity.credentials.of(token.user).some((one) => one.name === name))
    throw new Refusal(
      409,
      `Conflict occurred attempting to store application_credential - Duplicate entry found with name ${name}.`,
    )
  return name
}

const create: KeystoneRun = (ask) => {
  const { identity, token, body } = ask
  if (!isOwner(ask)) throw forbidden('identity:create_application_credential')
  checkUnrestricted(ask)
  const given = objectIn(body, 'application_credential')
  const { unrestricted } = given
  const credential: ApplicationCredential = {
    id: newHex(),
    name: nameAsked(ask, given),
    description: textOf(given['description']) ?? null,
    user: token.user,
    project: token.project,
    roles: rolesAsked(ask, given['roles']),
    secret: textOf(given['secret']) ?? randomText(86),
    unrestricted: typeof unrestricted === 'boolean' ? unrestricted : null,
    expiresAt: expiryAsked(ask, given['expires_at']),
  }
  identity.credentials.add(credential)
  // The secret is told this once.
  const view = { ...credentialView(ask, credential), secret: credential.secret }
  return { status: 201, body: { application_credential: view } }
}

const list: KeystoneRun = (ask) => {
  onlyOwnerOrAdmin(ask, 'identity:list_application_credentials')
  const user = ask.identity.users.get(ask.params['user'] ?? '')
  const found = user ? ask.identity.credentials.of(user) : []
  return listOf(
    ask,
    'application_credentials',
    found.map((one) => credentialView(ask, one)),
    ['name'],
  )
}

function credentialOf({ identity, params }: SignedIn): ApplicationCredential {
  const credential = identity.credentials.find(params['id'] ?? '')
  if (!credential || credential.user.id !== params['user'])
    throw new Refusal(404, `Could not find Application Credential: ${params['id']}.`)
  return credential
}

const show: KeystoneRun = (ask) => {
  onlyOwnerOrAdmin(ask, 'identity:get_application_credential')
  return ok({ application_credential: credentialView(ask, credentialOf(ask)) })
}

const remove: KeystoneRun = (ask) => {
  onlyOwnerOrAdmin(ask, 'identity:delete_application_credential')
  checkUnrestricted(ask)
  const credential = credentialOf(ask)
  ask.identity.credentials.remove(credential)
  ask.identity.tokens.revokeWhere((token) => token.credential === credential)
  return noContent
}

const path = '/v3/users/:user/application_credentials'

/** What people make, see and delete of their application credentials (keystone/api/users.py). */
export const credentialRoutes: readonly Route<KeystoneRun>[] = [
  { method: 'POST', path, run: create },
  { method: 'GET', path, run: list },
  { method: 'GET', path: `${path}/:id`, run: show },
  { method: 'DELETE', path: `${path}/:id`, run: remove },
]
