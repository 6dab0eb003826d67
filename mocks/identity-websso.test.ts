import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import {
  askForToken,
  byToken,
  inProject,
  isGood,
  personWith,
  revoke,
  tokenOf,
} from '#mocks/client/person.ts'
import { ask, type Target } from '#mocks/client/target.ts'

import { embeddedTarget } from './embedded-target.ts'

const federation = '/v3/auth/OS-FEDERATION'
const byProtocol = `${federation}/websso/openid`
const byProvider = `${federation}/identity_providers/acme/protocols/openid/websso`
const origin = 'http://panel.test/auth/websso/'

const open = (target: Target, path: string, query: Record<string, string>) =>
  ask(target, 'identity', 'GET', `${path}?${new URLSearchParams(query).toString()}`)

/** The token in the page that Keystone sends a browser. */
async function tokenFor(target: Target, name: string): Promise<string> {
  const { body } = await open(target, byProvider, { origin, idp_user: name })
  return /name="token" id="token" value="([\w-]+)"/.exec(String(body))?.[1] ?? ''
}

async function viewOf(target: Target, token: string) {
  const headers = { 'x-auth-token': token, 'x-subject-token': token }
  return at((await ask(target, 'identity', 'GET', '/v3/auth/tokens', { headers })).body, 'token')
}

test.each([byProtocol, byProvider])('%s asks for a name first', async (path) => {
  const { target } = embeddedTarget()
  const { status, headers, body } = await open(target, path, { origin })
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(body).toContain(`<input type="hidden" name="origin" value="${origin}">`)
  expect(body).toContain('<label>Name <input name="idp_user"')
  expect(body).toContain('Sign in at the identity provider</button>')
})

test.each([byProtocol, byProvider])('%s sends the token of who has one on', async (path) => {
  const { target } = embeddedTarget()
  const { status, headers, body } = await open(target, path, { origin, idp_user: 'fay' })
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html'])
  expect(body).toContain(`<form id="sso" name="sso" action="${origin}" method="post">`)
  expect(body).toMatch(/<input type="hidden" name="token" id="token" value="gAAAAAB[\w-]{261}">/)
  expect(body).toContain("document.forms['sso'].submit()")
})

test('what a page is sent can’t get out of its place', async () => {
  const { target } = embeddedTarget()
  const { body } = await open(target, byProvider, { origin: '"><script>' })
  expect(body).toContain('value="&quot;&gt;&lt;script&gt;"')
})

test.each([
  [byProvider, {}, 400, 'Request must have an origin query parameter'],
  [byProvider, { origin: 'http://evil.test/' }, 401, 'The request you have made'],
  [byProtocol, { origin: 'http://evil.test/?a=/auth/websso/' }, 401, 'The request you have made'],
  [`${federation}/websso/saml2`, { origin }, 401, 'The request you have made'],
  [byProvider.replace('acme', 'nope'), { origin }, 404, 'Could not find Identity Provider: nope.'],
  [byProvider.replace('openid', 'saml2'), { origin }, 401, 'Attempted to authenticate with an'],
])('%s with %j is refused', async (path, query, status, message) => {
  const { target } = embeddedTarget()
  const reply = await open(target, path, { ...query, idp_user: 'fay' })
  expect(reply.status).toBe(status)
  expect(textAt(reply.body, 'error', 'message')).toContain(message)
})

test('only the addresses that are set get tokens, to the letter', async () => {
  const trustedDashboards = ['https://panel.test/api/sso']
  const { target } = embeddedTarget({ keystone: { trustedDashboards } })
  const statusFor = async (address: string) =>
    (await open(target, byProvider, { origin: address, idp_user: 'fay' })).status
  expect(await statusFor('https://panel.test/api/sso')).toBe(200)
  expect(await statusFor('https://panel.test/api/sso/')).toBe(401)
  expect(await statusFor(origin)).toBe(401)
})

test('the token has no scope, and a person whose domain is named by an id', async () => {
  const { target } = embeddedTarget()
  const view = await viewOf(target, await tokenFor(target, 'fay'))
  expect(at(view, 'methods')).toEqual(['openid'])
  expect(at(view, 'project')).toBeUndefined()
  expect(at(view, 'user', 'name')).toBe('fay')
  expect(textAt(view, 'user', 'id')).toMatch(/^[0-9a-f]{64}$/)
  expect(textAt(view, 'user', 'domain', 'id')).toMatch(/^[0-9a-f]{32}$/)
  expect(at(view, 'user', 'domain', 'name')).toBe(at(view, 'user', 'domain', 'id'))
  expect(at(view, 'user', 'OS-FEDERATION')).toMatchObject({
    groups: [{ id: expect.stringMatching(/^[0-9a-f]{32}$/) }],
    identity_provider: { id: 'acme' },
    protocol: { id: 'openid' },
  })
})

test('the person is a member of demo, and the same one the next time', async () => {
  const { target } = embeddedTarget()
  const token = await tokenFor(target, 'fay')
  const fay = personWith(target, token, '')
  const { body } = await fay.keystone('GET', 'auth/projects')
  expect(eachAt(listAt(body, 'projects'), 'name')).toEqual(['demo'])
  const again = await viewOf(target, await tokenFor(target, 'fay'))
  expect(at(again, 'user')).toEqual(at(await viewOf(target, token), 'user'))
})

test('the token changes to a project, also where scoped ones can’t, and is no chain', async () => {
  const { target } = embeddedTarget({ keystone: { rescopeScoped: false } })
  const first = await tokenFor(target, 'fay')
  const scope = inProject('demo')
  const second = await askForToken(target, { identity: byToken(first), scope })
  expect(second.status).toBe(201)
  expect(at(second.body, 'token', 'methods')).toEqual(['openid', 'token'])
  expect(listAt(second.body, 'token', 'audit_ids')).toHaveLength(1)
  expect(tokenOf(second)).toHaveLength(290)
  const third = await askForToken(target, { identity: byToken(tokenOf(second)), scope })
  expect(third.status).toBe(201)
  await revoke(target, first)
  expect(await isGood(target, first)).toBe(false)
  expect(await isGood(target, tokenOf(second))).toBe(true)
})

test('a person of many groups has a long token', async () => {
  const { target } = embeddedTarget()
  const token = await tokenFor(target, 'many-groups-70')
  expect(token.length).toBeGreaterThan(2000)
  const view = await viewOf(target, token)
  expect(listAt(view, 'user', 'OS-FEDERATION', 'groups')).toHaveLength(70)
})

test('a cloud without an identity provider has no such way in', async () => {
  const { target } = embeddedTarget({ fill: () => {} })
  expect((await open(target, byProvider, { origin, idp_user: 'fay' })).status).toBe(404)
})
