import { newRequestId } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { titleOf, type Answer } from '#mocks/handlers/answer.ts'
import { Router } from '#mocks/handlers/router.ts'
import { mounted, type Place, type Setting } from '#mocks/handlers/service.ts'
import { keystoneVersion } from '#mocks/handlers/versions.ts'

import { identityRoutes, openRoutes } from './identity-routes.ts'
import { keystoneJson } from './keystone-ask.ts'
import type { KeystoneAsk, KeystoneRun, OpenRun } from './keystone-ask.ts'
import { MethodRefusal, MissingMethods, unauthorized } from './keystone-refusals.ts'
import { receiptView } from './token-view.ts'

const router = new Router<KeystoneRun>(identityRoutes)
const openRouter = new Router<OpenRun>(openRoutes)

const page404 =
  '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>\n'

const noSuchPage: Answer = {
  status: 404,
  body: page404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
}

/** What may be asked of a path; nothing where there is none. */
function methodsOf(path: string): string[] {
  const has = (method: string) =>
    (router.find(method, path) ?? openRouter.find(method, path)) !== undefined
  const changing = ['POST', 'PUT', 'PATCH', 'DELETE'].filter(has)
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

async function route(ask: KeystoneAsk): Promise<Answer> {
  const { identity } = ask.setting.cloud
  const { path } = ask.place
  const { request } = ask
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const open = openRouter.find(method, path)
  if (open) return open.route.run({ ...ask, identity, params: open.params })
  const found = router.find(method, path)
  if (!found) {
    const allow = methodsOf(path).join(', ')
    if (allow === '') return noSuchPage
    const message = 'The method is not allowed for the requested URL.'
    return { status: 405, body: { message }, headers: { allow } }
  }
  const token = identity.token(request.headers.get('x-auth-token'))
  if (!token) throw unauthorized()
  const body = await keystoneJson(request)
  return found.route.run({ ...ask, identity, token, body, params: found.params })
}

async function answer(ask: KeystoneAsk): Promise<Answer> {
  const { request, place } = ask
  const version = keystoneVersion(request, place)
  if (version) return version
  if (request.method === 'OPTIONS') return optionsOf(place.path)
  const given = await route(ask)
  if (request.method !== 'HEAD' || given.status >= 400) return given
  return {
    ...given,
    body: undefined,
    headers: { 'content-type': 'application/json', ...given.headers },
  }
}

/** Keystone's shape of a refusal. */
function refusalOf(refusal: Refusal, { url }: Place): Answer {
  const { status, message } = refusal
  if (refusal instanceof MissingMethods) {
    const { receipt } = refusal
    return { status, body: receiptView(receipt), headers: { 'openstack-auth-receipt': receipt.id } }
  }
  const methods = refusal instanceof MethodRefusal && { identity: refusal.identity }
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
