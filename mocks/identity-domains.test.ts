import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import {
  askForToken,
  authenticate,
  byPassword,
  byToken,
  inProject,
  personWith,
  signIn,
  tokenOf,
} from '#mocks/client/person.ts'
import type { Target } from '#mocks/client/target.ts'

import { embeddedTarget } from './embedded-target.ts'

const customers = { domain: { name: 'Customers' } }

const asCarol = (password: string) => ({
  methods: ['password'],
  password: { user: { name: 'carol', ...customers, password } },
})

/** Somebody whose token has this scope. */
async function holding(target: Target, name: string, scope: object | string) {
  const reply = await askForToken(target, { identity: byPassword(target, name), scope })
  return personWith(target, tokenOf(reply), textAt(reply.body, 'token', 'project', 'id'))
}

const actionRefused = (action: string) => [
  403,
  `You are not authorized to perform the requested action: ${action}.`,
]

test('a person of another domain is found there only, and has projects in two', async () => {
  const { target } = embeddedTarget()
  expect((await authenticate(target, { user: 'carol' })).status).toBe(401)
  const scope = { project: { name: 'shop', ...customers } }
  const reply = await askForToken(target, { identity: asCarol(target.password), scope })
  expect(reply.status).toBe(201)
  expect(at(reply.body, 'token', 'user', 'domain', 'name')).toBe('Customers')
  expect(at(reply.body, 'token', 'project', 'domain', 'name')).toBe('Customers')
  const carol = personWith(target, tokenOf(reply), '')
  const projects = listAt((await carol.keystone('GET', 'auth/projects')).body, 'projects')
  const domainId = textAt(reply.body, 'token', 'user', 'domain', 'id')
  expect(projects.map((one) => [at(one, 'name'), at(one, 'domain_id')])).toEqual(
    expect.arrayContaining([
      ['shop', domainId],
      ['demo', 'default'],
    ]),
  )
})

test('a project of another domain is not found by its name alone', async () => {
  const { target } = embeddedTarget()
  const identity = asCarol(target.password)
  expect((await askForToken(target, { identity, scope: inProject('shop') })).status).toBe(401)
  const nameless = { project: { name: 'shop', domain: {} } }
  const reply = await askForToken(target, { identity, scope: nameless })
  expect([reply.status, textAt(reply.body, 'error', 'message')]).toEqual([
    400,
    'Invalid input for field scope/project/domain: id or name must be present.',
  ])
})

test('who has a role on a domain gets a token for it, and sees what is in it', async () => {
  const { target } = embeddedTarget()
  const scope = { domain: { id: 'default' } }
  const reply = await askForToken(target, { identity: byPassword(target, 'domain-admin'), scope })
  expect(at(reply.body, 'token', 'domain')).toEqual({ id: 'default', name: 'Default' })
  expect(at(reply.body, 'token', 'project')).toBeUndefined()
  const admin = personWith(target, tokenOf(reply), '')
  const names = async (path: string, list: string) =>
    eachAt(listAt((await admin.keystone('GET', path)).body, list), 'name')
  expect(await names('auth/projects', 'projects')).toEqual([])
  expect(await names('auth/domains', 'domains')).toEqual(['Default'])
  expect(await names('domains', 'domains')).toEqual(['Default'])
  expect(await names('projects', 'projects')).not.toContain('shop')
  expect(await names('users', 'users')).not.toContain('carol')
})

test('who has no role on a domain gets no token for it', async () => {
  const { target } = embeddedTarget()
  const identity = byPassword(target, 'demo')
  for (const id of ['default', 'nowhere'])
    expect((await askForToken(target, { identity, scope: { domain: { id } } })).status).toBe(401)
  expect((await askForToken(target, { identity, scope: { domain: {} } })).status).toBe(400)
})

test('all domains are for administrators', async () => {
  const { target } = embeddedTarget()
  const admin = await signIn(target, 'admin', 'admin')
  const { body } = await admin.keystone('GET', 'domains')
  expect(eachAt(listAt(body, 'domains'), 'name')).toEqual(
    expect.arrayContaining(['Default', 'Customers']),
  )
  const byName = await admin.keystone('GET', 'domains?name=Customers')
  expect(listAt(byName.body, 'domains')).toHaveLength(1)
  const demo = await signIn(target, 'demo', 'demo')
  const refused = await demo.keystone('GET', 'domains')
  expect([refused.status, textAt(refused.body, 'error', 'message')]).toEqual(
    actionRefused('identity:list_domains'),
  )
})

test('a domain is shown to who has a project in it at hand', async () => {
  const { target, cloud } = embeddedTarget()
  const other = cloud.identity.domainNamed('Customers')?.id ?? ''
  const demo = await signIn(target, 'demo', 'demo')
  const own = await demo.keystone('GET', 'domains/default')
  expect(at(own.body, 'domain', 'name')).toBe('Default')
  const unscoped = await holding(target, 'demo', 'unscoped')
  const refused = [
    await demo.keystone('GET', `domains/${other}`),
    await demo.keystone('GET', 'domains/nowhere'),
    await unscoped.keystone('GET', 'domains/default'),
  ]
  for (const { status, body } of refused)
    expect([status, textAt(body, 'error', 'message')]).toEqual(actionRefused('identity:get_domain'))
  const admin = await signIn(target, 'admin', 'admin')
  const missing = await admin.keystone('GET', 'domains/nowhere')
  expect([missing.status, textAt(missing.body, 'error', 'message')]).toEqual([
    404,
    'Could not find domain: nowhere.',
  ])
})

test('an administrator of the system alone has no project, and can’t get one from the system', async () => {
  const { target } = embeddedTarget()
  const admin = await holding(target, 'system-admin', { system: { all: true } })
  const { body } = await admin.keystone('GET', 'auth/projects')
  expect(listAt(body, 'projects')).toEqual([])
  const system = await admin.keystone('GET', 'auth/system')
  expect(listAt(system.body, 'system')).toEqual([{ all: true }])
  const scope = inProject('demo')
  const exchanged = await askForToken(target, { identity: byToken(admin.token), scope })
  expect([exchanged.status, textAt(exchanged.body, 'error', 'message')]).toEqual(
    actionRefused(
      'Using a system-scoped token to create a project-scoped or domain-scoped token is not allowed.',
    ),
  )
})
