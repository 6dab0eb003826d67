import type { ApplicationCredential } from '#mocks/cloud/identity/application-credentials.ts'
import type { Identity } from '#mocks/cloud/identity/identity.ts'
import { mfaRulesOf, type User } from '#mocks/cloud/identity/people.ts'
import type { Receipt } from '#mocks/cloud/identity/receipts.ts'
import type { Scope, Token } from '#mocks/cloud/identity/tokens.ts'
import { inOrder } from '#mocks/cloud/identity/tokens.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { isObject, objectIn, pythonRepr, type Json } from '#mocks/handlers/values.ts'

import { expecting, MethodRefusal, MissingMethods, unauthorized } from './keystone-refusals.ts'
import { defaultScope, hasRoleIn, scopeAsked } from './scope.ts'
import { waysIn, type Proof } from './sign-in-methods.ts'

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

/** The refusal of a way to sign in that there is not; it names those that are set up. */
export function unsupportedMethod({ identityProvider }: Identity) {
  const always = ['external', 'password', 'token', 'oauth1', 'mapped', 'application_credential']
  const more = identityProvider ? ['totp', identityProvider.protocol] : []
  const message = 'Attempted to authenticate with an unsupported method.'
  return new MethodRefusal(message, [...always, ...more])
}

/** Each way to sign in that is asked for, with what it takes (keystone/auth/core.py, _validate_auth_methods). */
function proversOf(cloud: Identity, asked: Json, methods: readonly unknown[]) {
  const names = methods.filter((method) => typeof method === 'string')
  if (names.length === 0 || names.length < methods.length) throw unauthorized()
  const missing = names.find((name) => !isObject(asked[name]))
  if (missing !== undefined) throw expecting(missing, 'identity')
  return names.map((name) => {
    const prove = waysIn.get(name)
    if (!prove) throw unsupportedMethod(cloud)
    return prove
  })
}

/** The receipt that the person shows with the rest of the proofs. */
function receiptShown(cloud: Identity, id: string | null, user: User): Receipt | undefined {
  if (id === null) return undefined
  const receipt = cloud.receipts.find(id, user)
  if (!receipt) throw new Refusal(401, `Could not find auth receipt: ${id}.`)
  return receipt
}

const isEnough = (user: User, methods: readonly string[]) => {
  const rules = mfaRulesOf(user)
  return rules.length === 0 || rules.some((rule) => rule.every((one) => methods.includes(one)))
}

type Holder = { user: User; credential: ApplicationCredential | undefined }

function scopeOf(cloud: Identity, asked: Scope | undefined, holder: Holder): Scope {
  const { user, credential } = holder
  if (credential) return credential.project && { project: credential.project }
  if (asked !== undefined) return asked
  return user.federation ? null : defaultScope(cloud, user)
}

/**
 * Issues the token that the body of `POST /v3/auth/tokens` asks for, or refuses as Keystone does
 * (authenticate_for_token of keystone/api/_shared/authentication.py).
 * @param receiptId the header `Openstack-Auth-Receipt`
 */
export async function authenticate(
  cloud: Identity,
  body: unknown,
  receiptId: string | null,
): Promise<Token> {
  if (!isObject(body)) throw expecting('valid JSON', 'request body')
  const { auth } = body
  if (!isObject(auth)) throw expecting('auth', 'request body')
  const identity = objectIn(auth, 'identity')
  const { methods } = identity
  if (!Array.isArray(methods)) throw new Refusal(400, withoutMethods(identity))
  const provers = proversOf(cloud, identity, methods)
  if (methods.includes('application_credential') && 'scope' in auth)
    throw new MethodRefusal(
      'Error authenticating with application credential: Application credentials cannot request a scope.',
    )
  const asked = scopeAsked(cloud, auth['scope'])
  const proofs: Proof[] = []
  for (const prove of provers) proofs.push(await prove(cloud, { identity, scope: auth['scope'] }))
  const [first] = proofs
  if (!first || proofs.some(({ user }) => user !== first.user)) throw unauthorized()
  const { user } = first
  const receipt = receiptShown(cloud, receiptId, user)
  const given = inOrder([...proofs.flatMap((proof) => proof.methods), ...(receipt?.methods ?? [])])
  if (!isEnough(user, given)) throw new MissingMethods(cloud.receipts.issue(user, given))
  const credential = proofs.find((proof) => proof.credential)?.credential
  const scope = scopeOf(cloud, asked, { user, credential })
  if (!hasRoleIn(user, scope)) throw unauthorized()
  const from = proofs.find((proof) => proof.from)?.from
  const token = cloud.tokens.issue({ user, scope, methods: given, from, credential })
  if (receipt && cloud.behaviour.oneTimeReceipts) cloud.receipts.use(receipt)
  return token
}
