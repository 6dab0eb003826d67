import type { ApplicationCredential } from '#mocks/cloud/identity/application-credentials.ts'
import type { Identity } from '#mocks/cloud/identity/identity.ts'
import type { User } from '#mocks/cloud/identity/people.ts'
import { isScoped, type Token } from '#mocks/cloud/identity/tokens.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { isObject, objectIn, textOf, type Json } from '#mocks/handlers/values.ts'

import { expecting, forbidden, unauthorized } from './keystone-refusals.ts'
import { named } from './scope.ts'

/** Who somebody has shown to be, and how. */
export type Proof = {
  user: User
  methods: readonly string[]
  /** The token that was shown. */
  from?: Token
  credential?: ApplicationCredential
}

/** What is asked for: the parts of `auth`. */
export type Asked = { identity: Json; scope: unknown }

type Prove = (cloud: Identity, asked: Asked) => Proof | Promise<Proof>

/** @param field where Keystone's schema, which knows passwords only, asks for the user */
function userBy(cloud: Identity, given: unknown, field?: string): User | undefined {
  // Keystone forgets to say where it looked.
  if (!isObject(given)) throw expecting('user', 'None')
  return named(
    cloud,
    given,
    { what: 'user', ...(field !== undefined && { field }) },
    {
      byId: (id) => cloud.users.get(id),
      byName: (name, domain) => cloud.userNamed(name, domain),
    },
  )
}

function byPassword(cloud: Identity, { identity }: Asked): Proof {
  const given = objectIn(identity, 'password')['user']
  const user = userBy(cloud, given, 'identity/password/user')
  const password = objectIn({ given }, 'given')['password']
  if (!user || user.password === null || user.password !== password) throw unauthorized()
  if (user.passwordExpired)
    throw new Refusal(401, `The password is expired and needs to be changed for user: ${user.id}.`)
  return { user, methods: ['password'] }
}

async function byPasscode(cloud: Identity, { identity }: Asked): Promise<Proof> {
  const given = objectIn(identity, 'totp')['user']
  const user = userBy(cloud, given)
  const passcode = objectIn({ given }, 'given')['passcode']
  const { oneTimeReceipts } = cloud.behaviour
  if (!user || !(await cloud.passcodes.accepts(user, passcode, oneTimeReceipts)))
    throw unauthorized()
  return { user, methods: ['totp'] }
}

/** What Keystone refuses to make of a token (keystone/auth/plugins/token.py, token_authenticate). */
function checkExchange(cloud: Identity, token: Token, scope: unknown) {
  const wantsScope = isObject(scope) && ('project' in scope || 'domain' in scope)
  if (token.isSystem && wantsScope)
    throw forbidden(
      'Using a system-scoped token to create a project-scoped or domain-scoped token is not allowed.',
    )
  if (token.credential)
    throw forbidden('Using a delegated token to create another token is not allowed.')
  if (!cloud.behaviour.rescopeScoped && isScoped(token)) throw forbidden('rescope a scoped token')
}

function byToken(cloud: Identity, { identity, scope }: Asked): Proof {
  const token = cloud.token(textOf(objectIn(identity, 'token')['id']) ?? null)
  if (!token) throw new Refusal(404, 'Failed to validate token')
  // Those of an identity provider go another way, without these checks (mapped.py, handle_scoped_token).
  if (!token.user.federation) checkExchange(cloud, token, scope)
  return { user: token.user, methods: ['token', ...token.methods], from: token }
}

const ofCredential = 'application credential'

function credentialBy(cloud: Identity, given: Json): ApplicationCredential {
  const id = textOf(given['id'])
  if (id !== undefined) {
    const credential = cloud.credentials.find(id)
    if (!credential) throw new Refusal(404, `Could not find Application Credential: ${id}.`)
    return credential
  }
  const name = textOf(given['name'])
  if (name === undefined) throw expecting('name or ID', ofCredential)
  if (!isObject(given['user'])) throw expecting('user', ofCredential)
  const user = userBy(cloud, given['user'])
  if (!user) throw new Refusal(404, `Could not find user: ${textOf(given['user']['name']) ?? ''}.`)
  const credential = cloud.credentials.of(user).find((one) => one.name === name)
  if (!credential) throw unauthorized()
  return credential
}

function byCredential(cloud: Identity, { identity }: Asked): Proof {
  const given = objectIn(identity, 'application_credential')
  const credential = credentialBy(cloud, given)
  const isOver = credential.expiresAt !== null && credential.expiresAt <= cloud.clock.now()
  if (isOver || credential.secret !== given['secret']) throw unauthorized()
  return { user: credential.user, methods: ['application_credential'], credential }
}

/** The ways to sign in that work here. */
export const waysIn: ReadonlyMap<string, Prove> = new Map<string, Prove>([
  ['password', byPassword],
  ['token', byToken],
  ['totp', byPasscode],
  ['application_credential', byCredential],
])
