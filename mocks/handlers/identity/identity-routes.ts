import type { Token } from '#mocks/cloud/identity/tokens.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { noContent, ok } from '#mocks/handlers/answer.ts'
import { catalogOf } from '#mocks/handlers/catalog.ts'
import type { Route } from '#mocks/handlers/router.ts'
import { booleanOf } from '#mocks/handlers/values.ts'

import { credentialRoutes } from './application-credentials.ts'
import { authenticate } from './authentication.ts'
import { listRoutes } from './identity-lists.ts'
import { serviceRoutes } from './identity-services.ts'
import { keystoneJson, regionsOf } from './keystone-ask.ts'
import type { KeystoneRun, OpenRun, SignedIn } from './keystone-ask.ts'
import { changePassword } from './passwords.ts'
import { tokenView } from './token-view.ts'
import { webssoRoutes } from './websso.ts'

/** The token that `X-Subject-Token` names. */
function subject({ identity, request }: SignedIn): Token {
  const token = identity.token(request.headers.get('x-subject-token'))
  if (!token) throw new Refusal(404, 'Failed to validate token')
  return token
}

const signIn: OpenRun = async ({ request, place, setting, identity }) => {
  const receiptId = request.headers.get('openstack-auth-receipt')
  const token = await authenticate(identity, await keystoneJson(request), receiptId)
  const catalog = !place.url.searchParams.has('nocatalog')
  return {
    status: 201,
    body: tokenView(token, place.url.origin, catalog ? regionsOf(setting) : undefined),
    headers: { 'x-subject-token': token.id },
  }
}

const validate: KeystoneRun = (ask) => {
  const token = subject(ask)
  const catalog = !ask.place.url.searchParams.has('nocatalog')
  return {
    ...ok(tokenView(token, ask.place.url.origin, catalog ? regionsOf(ask.setting) : undefined)),
    headers: { 'x-subject-token': token.id },
  }
}

/** Keystones before 30 don't know `cascade` in the query: they end the token alone, whatever it says. */
const revoke: KeystoneRun = (ask) => {
  const wanted = booleanOf(ask.place.url.searchParams.get('cascade')) !== false
  ask.identity.tokens.revoke(subject(ask), { cascade: wanted && ask.identity.behaviour.cascade })
  return noContent
}

/** What Keystone answers to those who hold no token. */
export const openRoutes: readonly Route<OpenRun>[] = [
  { method: 'POST', path: '/v3/auth/tokens', run: signIn },
  { method: 'POST', path: '/v3/users/:id/password', run: changePassword },
  ...webssoRoutes,
]

/** What Keystone answers to those who hold a token. */
export const identityRoutes: readonly Route<KeystoneRun>[] = [
  { method: 'GET', path: '/v3/auth/tokens', run: validate },
  { method: 'DELETE', path: '/v3/auth/tokens', run: revoke },
  {
    method: 'GET',
    path: '/v3/auth/catalog',
    run: ({ token, setting, place }) => {
      if (!token.project)
        throw new Refusal(403, 'You are not authorized to perform the requested action.')
      return ok({
        catalog: catalogOf(place.url.origin, regionsOf(setting), token.project),
        links: { self: `${place.base}/v3/auth/catalog` },
      })
    },
  },
  {
    method: 'GET',
    path: '/v3/auth/system',
    run: ({ token, place }) =>
      ok({
        system: token.user.systemRole ? [{ all: true }] : [],
        links: { self: `${place.base}/v3/auth/system` },
      }),
  },
  ...listRoutes,
  ...serviceRoutes,
  ...credentialRoutes,
]
