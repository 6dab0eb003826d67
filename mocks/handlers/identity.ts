import { newRequestId } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { titleOf, type Answer } from './answer.ts'
import { authenticate, expecting, UnsupportedMethod } from './authentication.ts'
import { identityRoutes, regionsOf, type KeystoneAsk, type KeystoneRun } from './identity-routes.ts'
import { Router } from './router.ts'
import { mounted, readJson, type Place, type Setting } from './service.ts'
import { tokenView } from './token-view.ts'
import { keystoneVersion } from './versions.ts'

const router = new Router<KeystoneRun>(identityRoutes)

const tokens = '/v3/auth/tokens'

const page404 =
  '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>\n'

const noSuchPage: Answer = {
  status: 404,
  body: page404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
}

/** What may be asked of a path; nothing where there is none. */
function methodsOf(path: string): string[] {
  const has = (method: string) => router.find(method, path) !== undefined
  const changing = ['POST', 'PUT', 'PATCH', 'DELETE'].filter(
    (method) => has(method) || (method === 'POST' && path === tokens),
  )
  const reading = has('GET') ? ['HEAD', 'GET'] : []
  const all = [...changing, ...reading]
  return all.length === 0 ? [] : [...changing, 'OPTIONS', ...reading]
}

/** The answer to a browser that asks before asking: it names the methods, and lets nobody in. */
function optionsOf(path: string): Answer {
  const methods = methodsOf(path)
  if (methods.length === 0) return { status: 200 }
  return {
    status: 200,
    headers: { allow: methods.join(', '), 'content-type': 'text/html; charset=utf-8' },
  }
}

function route(ask: KeystoneAsk): Answer {
  const { identity } = ask.setting.cloud
  const { path } = ask.place
  const isHead = ask.request.method === 'HEAD'
  const found = router.find(isHead ? 'GET' : ask.request.method, path)
  if (!found) {
    const allow = methodsOf(path).join(', ')
    if (allow === '') return noSuchPage
    const message = 'The method is not allowed for the requested URL.'
    return { status: 405, body: { message }, headers: { allow } }
  }
  const token = identity.token(ask.request.headers.get('x-auth-token'))
  if (!token) throw new Refusal(401, 'The request you have made requires authentication.')
  const given = found.route.run({ ...ask, identity, token, params: found.params })
  if (!isHead) return given
  return {
    ...given,
    body: undefined,
    headers: { ...given.headers, 'content-type': 'application/json' },
  }
}

async function signIn({ request, place, setting }: KeystoneAsk): Promise<Answer> {
  const body = await readJson(request).catch(() => {
    throw expecting('valid JSON', 'request body')
  })
  const token = authenticate(setting.cloud.identity, body)
  const catalog = !place.url.searchParams.has('nocatalog')
  return {
    status: 201,
    body: tokenView(token, place.url.origin, catalog ? regionsOf(setting) : undefined),
    headers: { 'x-subject-token': token.id },
  }
}

async function answer(ask: KeystoneAsk): Promise<Answer> {
  const { request, place } = ask
  const version = keystoneVersion(request, place)
  if (version) return version
  if (request.method === 'OPTIONS') return optionsOf(place.path)
  return request.method === 'POST' && place.path === tokens ? signIn(ask) : route(ask)
}

/** Keystone's shape of a refusal. */
function refusalOf(refusal: Refusal, { url }: Place): Answer {
  const { status, message } = refusal
  const methods = refusal instanceof UnsupportedMethod && { identity: refusal.identity }
  const body = { error: { code: status, message, title: titleOf(status), ...methods } }
  if (status !== 401) return { status, body }
  const uri = `Keystone uri="${url.origin}/cloud/identity/v3"`
  return { status, body, headers: { 'www-authenticate': uri } }
}

/** Keystone, the same for all regions. */
export const identityHandler = (setting: Setting) =>
  mounted(setting, '/cloud/identity', async (request, place) => {
    const all = { vary: 'X-Auth-Token', 'x-openstack-request-id': newRequestId() }
    try {
      const { headers, ...rest } = await answer({ setting, place, request, params: {} })
      return { ...rest, headers: { ...all, ...headers } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { headers, ...rest } = refusalOf(error, place)
      return { ...rest, headers: { ...all, ...headers } }
    }
  })
