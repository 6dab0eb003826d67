import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import {
  askForToken,
  byPassword,
  byToken,
  inProject,
  isGood,
  personWith,
  revoke,
  signIn,
  tokenOf,
} from '#mocks/client/person.ts'
import { ask } from '#mocks/client/target.ts'

import { refusalOf, targetOfThisRun } from './cloud-under-test.ts'

const { target, embedded } = await targetOfThisRun()
const admin = await signIn(target, 'admin', 'demo')

/** Keystone's documents don't tell its release, but Nova's do: 2.104 is of OpenStack 2026.2, as Keystone 30 is. */
async function isOfRelease20262(): Promise<boolean> {
  if (embedded) return embedded.cloud.identity.behaviour.cascade
  const { body } = await ask(target, 'compute', 'GET', '/v2.1/')
  return Number(textAt(body, 'version', 'version').split('.')[1]) >= 104
}

const isNew = await isOfRelease20262()

const unscoped = async () =>
  askForToken(target, { identity: byPassword(target, 'demo'), scope: 'unscoped' })

const exchange = (token: string, scope: object | string) =>
  askForToken(target, { identity: byToken(token), scope })

const action = 'You are not authorized to perform the requested action'

/** A token without a scope, one for demo made from it, and one made from that. */
async function chain() {
  const first = tokenOf(await unscoped())
  const second = tokenOf(await exchange(first, inProject('demo')))
  const third = tokenOf(await exchange(second, inProject('demo')))
  const good = () => Promise.all([first, second, third].map((token) => isGood(target, token)))
  return { first, second, good }
}

test('a token without a scope is given on demand, and knows no services', async () => {
  const { status, body } = await unscoped()
  expect(status).toBe(201)
  for (const part of ['project', 'roles', 'catalog'])
    expect(at(body, 'token', part)).toBeUndefined()
})

test('all project tokens that are made from one without a scope are good until it is revoked', async () => {
  const first = tokenOf(await unscoped())
  const made = [tokenOf(await exchange(first, inProject('demo')))]
  made.push(tokenOf(await exchange(first, inProject('demo'))))
  for (const token of [first, ...made]) expect(await isGood(target, token)).toBe(true)
})

test('a token that was made from another names the first of its chain, and ends with it', async () => {
  const first = await unscoped()
  const second = await exchange(tokenOf(first), inProject('demo'))
  const third = await exchange(tokenOf(second), inProject('demo'))
  const [root] = listAt(first.body, 'token', 'audit_ids')
  for (const { body } of [second, third]) {
    expect(listAt(body, 'token', 'audit_ids')[1]).toBe(root)
    expect(at(body, 'token', 'expires_at')).toBe(at(first.body, 'token', 'expires_at'))
    // In an order that changes from one process of Keystone to the next.
    expect(new Set(listAt(body, 'token', 'methods'))).toEqual(new Set(['token', 'password']))
  }
})

test('revoking the first token ends those made from it, in Keystone 30 and newer', async () => {
  const { first, good } = await chain()
  expect((await revoke(target, first)).status).toBe(204)
  expect(await good()).toEqual([false, !isNew, !isNew])
})

test('?cascade=false ends the first token alone, everywhere', async () => {
  const { first, good } = await chain()
  expect((await revoke(target, first, '?cascade=false')).status).toBe(204)
  expect(await good()).toEqual([false, true, true])
})

test('revoking a token in the middle ends itself only, everywhere', async () => {
  const { second, good } = await chain()
  await revoke(target, second)
  expect(await good()).toEqual([true, false, true])
})

test('two scopes at once, and a domain without a name, are no request', async () => {
  const identity = byPassword(target, 'demo')
  const both = { ...inProject('demo'), domain: { id: 'default' } }
  expect((await askForToken(target, { identity, scope: both })).status).toBe(400)
  expect(refusalOf(await askForToken(target, { identity, scope: { domain: {} } }))).toEqual([
    400,
    'Invalid input for field scope/domain: id or name must be present.',
  ])
})

test('who has no role there gets no token for domain or system', async () => {
  const identity = byPassword(target, 'demo')
  for (const scope of [{ domain: { id: 'default' } }, { system: { all: true } }])
    expect((await askForToken(target, { identity, scope })).status).toBe(401)
})

test('a domain is shown with a token for a project in it; the list is for administrators', async () => {
  const demo = await signIn(target, 'demo', 'demo')
  const own = await demo.keystone('GET', 'domains/default')
  expect(at(own.body, 'domain', 'name')).toBe('Default')
  const nobody = personWith(target, tokenOf(await unscoped()), '')
  expect(refusalOf(await nobody.keystone('GET', 'domains/default'))).toEqual([
    403,
    `${action}: identity:get_domain.`,
  ])
  expect(refusalOf(await demo.keystone('GET', 'domains'))).toEqual([
    403,
    `${action}: identity:list_domains.`,
  ])
  const all = await admin.keystone('GET', 'domains')
  expect(eachAt(listAt(all.body, 'domains'), 'name')).toContain('Default')
  expect(refusalOf(await admin.keystone('GET', 'domains/nowhere'))).toEqual([
    404,
    'Could not find domain: nowhere.',
  ])
})

test('a wrong original password changes nothing, and what is missing is named', async () => {
  const { body } = await unscoped()
  const path = `/v3/users/${textAt(body, 'token', 'user', 'id')}/password`
  const change = (user: object) => ask(target, 'identity', 'POST', path, { body: { user } })
  expect(refusalOf(await change({ original_password: 'no', password: 'new' }))).toEqual([
    401,
    'The request you have made requires authentication.',
  ])
  expect(refusalOf(await change({ password: 'new' }))[1]).toMatch(
    /^'original_password' is a required property\n/,
  )
})

test('an application credential signs in, for one project, until it is deleted', async () => {
  const { body } = await unscoped()
  const demo = await signIn(target, 'demo', 'demo')
  const path = `users/${textAt(body, 'token', 'user', 'id')}/application_credentials`
  const name = `contract-${Math.random().toString(36).slice(2, 8)}`
  const made = await demo.keystone('POST', path, { application_credential: { name } })
  const credential = at(made.body, 'application_credential')
  const [id, secret] = [textAt(credential, 'id'), textAt(credential, 'secret')]
  const use = (shown: object, more: object = {}) => {
    const identity = { methods: ['application_credential'], application_credential: shown }
    return askForToken(target, { identity, ...more })
  }
  const token = tokenOf(await use({ id, secret }))
  const robot = personWith(target, token, '')
  const projects = listAt((await robot.keystone('GET', 'auth/projects')).body, 'projects')
  expect(projects.length).toBeGreaterThan(1)
  expect((await use({ id, secret: 'no' })).status).toBe(401)
  expect(refusalOf(await use({ id, secret }, { scope: inProject('demo') }))).toEqual([
    401,
    'Error authenticating with application credential: Application credentials cannot request a scope.',
  ])
  if (isNew)
    expect(refusalOf(await exchange(token, inProject('demo')))).toEqual([
      403,
      `${action}: Using a delegated token to create another token is not allowed..`,
    ])
  const again = await demo.keystone('POST', path, { application_credential: { name } })
  expect(again.status).toBe(409)
  expect((await demo.keystone('DELETE', `${path}/${id}`)).status).toBe(204)
  expect((await use({ id, secret })).status).toBe(404)
})
