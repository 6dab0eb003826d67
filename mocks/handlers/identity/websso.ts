import type { Identity } from '#mocks/cloud/identity/identity.ts'
import { isTrusted } from '#mocks/cloud/identity/keystone-behaviour.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { Answer } from '#mocks/handlers/answer.ts'
import type { Route } from '#mocks/handlers/router.ts'

import { unsupportedMethod } from './authentication.ts'
import type { OpenRun } from './keystone-ask.ts'
import { unauthorized } from './keystone-refusals.ts'

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** What stands in for an identity provider: whoever types a name has that name. */
const providerPage = (origin: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Pretended identity provider</title>
  </head>
  <body>
    <main>
      <h1>Pretended identity provider</h1>
      <form method="get">
        <input type="hidden" name="origin" value="${escaped(origin)}">
        <p><label>Name <input name="idp_user" autocomplete="username" required></label></p>
        <p><button type="submit">Sign in at the identity provider</button></p>
      </form>
    </main>
  </body>
</html>
`,
})

/** Keystone's own page, which sends the token on (etc/sso_callback_template.html). */
const callbackPage = (origin: string, token: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Keystone WebSSO redirect</title>
  </head>
  <body>
     <form id="sso" name="sso" action="${escaped(origin)}" method="post">
       Please wait...
       <br>
       <input type="hidden" name="token" id="token" value="${token}">
       <noscript>
         <input type="submit" name="submit_no_javascript" id="submit_no_javascript"
            value="If your JavaScript is disabled, please click to continue">
       </noscript>
     </form>
     <script>
       window.onload = function() {
         document.forms['sso'].submit();
       }
     </script>
  </body>
</html>
`,
})

/** The page that the token is for (keystone/api/auth.py, _get_sso_origin_host). */
function dashboardOf({ behaviour }: Identity, origin: string | null): string {
  if (!origin) throw new Refusal(400, 'Request must have an origin query parameter')
  if (!isTrusted(behaviour, origin)) throw unauthorized()
  return origin
}

const answer =
  (find: (identity: Identity, params: Record<string, string>) => void): OpenRun =>
  ({ identity, place, params }) => {
    const { searchParams } = place.url
    const name = searchParams.get('idp_user')
    // The identity provider comes first: Keystone hears of nobody before.
    if (!name) return providerPage(searchParams.get('origin') ?? '')
    find(identity, params)
    const origin = dashboardOf(identity, searchParams.get('origin'))
    const provider = identity.identityProvider
    if (!provider) throw unauthorized()
    const user = identity.federatedUser(provider, name)
    const token = identity.tokens.issue({ user, scope: null, methods: [provider.protocol] })
    return callbackPage(origin, token.id)
  }

/** By the protocol alone: the identity provider is the one that speaks it. */
const byProtocol = answer(({ identityProvider }, { protocol }) => {
  if (identityProvider?.protocol !== protocol) throw unauthorized()
})

const byProvider = answer((identity, { idp, protocol }) => {
  const provider = identity.identityProvider
  if (provider && provider.protocol !== protocol) throw unsupportedMethod(identity)
  if (provider?.id !== idp) throw new Refusal(404, `Could not find Identity Provider: ${idp}.`)
})

const federation = '/v3/auth/OS-FEDERATION'

/** Where browsers go to sign in by an identity provider. */
export const webssoRoutes: readonly Route<OpenRun>[] = ['GET', 'POST'].flatMap((method) => [
  { method, path: `${federation}/websso/:protocol`, run: byProtocol },
  {
    method,
    path: `${federation}/identity_providers/:idp/protocols/:protocol/websso`,
    run: byProvider,
  },
])
