import { expect, test } from 'vitest'

import { at, eachAt, listAt, textAt } from '#mocks/client/json.ts'
import { askForToken, byToken, inProject, isGood, signIn, tokenOf } from '#mocks/client/person.ts'
import { ask, type Target } from '#mocks/client/target.ts'
import { demoCredential } from '#mocks/seeds/people.ts'

import { embeddedTarget } from './embedded-target.ts'

const sentence = 'The request you have made requires authentication.'
const { id, name, secret } = demoCredential
const user = { name: 'demo', domain: { id: 'default' } }

const signInWith = (target: Target, application_credential: object, more: object = {}) =>
  askForToken(target, {
    identity: { methods: ['application_credential'], application_credential },
    ...more,
  })

/** The sentence of a refusal, after its status. */
const refusal = ({ status, body }: { status: number; body: unknown }) => [
  status,
  textAt(body, 'error', 'message'),
]

async function demoWithCredentials() {
  const embedded = embeddedTarget()
  const { target } = embedded
  const demo = await signIn(target, 'demo', 'demo')
  const userId = embedded.cloud.identity.userNamed('demo')?.id ?? ''
  const path = `users/${userId}/application_credentials`
  const create = (wish: object) => demo.keystone('POST', path, { application_credential: wish })
  return { ...embedded, demo, path, create }
}

test('the credential of the seed signs in, in its project', async () => {
  const { target } = embeddedTarget()
  for (const shown of [
    { id, secret },
    { name, secret, user },
  ]) {
    const reply = await signInWith(target, shown)
    expect(reply.status).toBe(201)
    expect(at(reply.body, 'token', 'methods')).toEqual(['application_credential'])
    expect(at(reply.body, 'token', 'user', 'name')).toBe('demo')
    expect(at(reply.body, 'token', 'project', 'name')).toBe('demo')
    expect(eachAt(listAt(reply.body, 'token', 'roles'), 'name')).toEqual(['member', 'reader'])
    const credential = { id, name, restricted: true }
    expect(at(reply.body, 'token', 'application_credential')).toEqual(credential)
  }
})

test.each([
  ['a wrong secret', { id, secret: 'nope' }, [401, sentence]],
  ['an unknown id', { id: 'nope', secret }, [404, 'Could not find Application Credential: nope.']],
  ['an unknown name', { name: 'nope', secret, user }, [401, sentence]],
  [
    'an unknown person',
    { name, secret, user: { ...user, name: 'nobody' } },
    [404, 'Could not find user: nobody.'],
  ],
])('%s is refused', async (_what, shown, expected) => {
  const { target } = embeddedTarget()
  expect(refusal(await signInWith(target, shown))).toEqual(expected)
})

test('what is missing is named', async () => {
  const { target } = embeddedTarget()
  const [, noUser] = refusal(await signInWith(target, { name, secret }))
  expect(noUser).toMatch(/^Expecting to find user in application credential\. /)
  const [, nothing] = refusal(await signInWith(target, {}))
  expect(nothing).toMatch(/^Expecting to find name or ID in application credential\. /)
})

test('a credential has its own scope, and its token can’t be exchanged', async () => {
  const { target } = embeddedTarget()
  for (const scope of [inProject('demo'), 'unscoped'])
    expect(refusal(await signInWith(target, { id, secret }, { scope }))).toEqual([
      401,
      'Error authenticating with application credential: Application credentials cannot request a scope.',
    ])
  const token = tokenOf(await signInWith(target, { id, secret }))
  for (const scope of [inProject('research'), 'unscoped'])
    expect(refusal(await askForToken(target, { identity: byToken(token), scope }))).toEqual([
      403,
      'You are not authorized to perform the requested action: Using a delegated token to create another token is not allowed..',
    ])
})

test('its token lists all projects of the person', async () => {
  const { target } = embeddedTarget()
  const headers = { 'x-auth-token': tokenOf(await signInWith(target, { id, secret })) }
  const { body } = await ask(target, 'identity', 'GET', '/v3/auth/projects', { headers })
  expect(eachAt(listAt(body, 'projects'), 'name')).toHaveLength(2)
})

test('a new credential tells its secret once, has what roles it was given, and ends when deleted', async () => {
  const { target, demo, path, create } = await demoWithCredentials()
  const made = await create({ name: 'robot', roles: [{ name: 'reader' }] })
  expect(made.status).toBe(201)
  const credential = at(made.body, 'application_credential')
  expect(credential).toMatchObject({ name: 'robot', unrestricted: null, expires_at: null })
  const robot = { id: textAt(credential, 'id'), secret: textAt(credential, 'secret') }
  const shown = await demo.keystone('GET', `${path}/${robot.id}`)
  expect(at(shown.body, 'application_credential', 'secret')).toBeUndefined()
  const listed = await demo.keystone('GET', `${path}?name=robot`)
  expect(eachAt(listAt(listed.body, 'application_credentials'), 'id')).toEqual([robot.id])
  const reply = await signInWith(target, robot)
  expect(eachAt(listAt(reply.body, 'token', 'roles'), 'name')).toEqual(['reader'])
  expect((await demo.keystone('DELETE', `${path}/${robot.id}`)).status).toBe(204)
  expect(await isGood(target, tokenOf(reply))).toBe(false)
  expect(refusal(await demo.keystone('GET', `${path}/${robot.id}`))[0]).toBe(404)
})

test('a credential expires', async () => {
  const { target, clock, create } = await demoWithCredentials()
  const expires_at = new Date(clock.now() + 60_000).toISOString()
  const made = await create({ name: 'for-a-minute', secret: 'known', expires_at })
  const given = { id: textAt(made.body, 'application_credential', 'id'), secret: 'known' }
  expect((await signInWith(target, given)).status).toBe(201)
  clock.advance(60_000)
  expect(refusal(await signInWith(target, given))).toEqual([401, sentence])
})

test.each([
  [
    {},
    [
      400,
      "Invalid input for field/attribute application_credential. Value: {}. 'name' is a required property",
    ],
  ],
  [
    { name },
    [
      409,
      `Conflict occurred attempting to store application_credential - Duplicate entry found with name ${name}.`,
    ],
  ],
  [
    { name: 'x', roles: [{ name: 'admin' }] },
    [
      400,
      'Invalid application credential: Cannot create an application credential with unassigned role',
    ],
  ],
])('%j makes no credential', async (wish, expected) => {
  const { create } = await demoWithCredentials()
  expect(refusal(await create(wish))).toEqual(expected)
})

test('others see and make none of mine, and a restricted credential makes none', async () => {
  const { target, path } = await demoWithCredentials()
  const reader = await signIn(target, 'reader', 'demo')
  const action = 'You are not authorized to perform the requested action'
  expect(refusal(await reader.keystone('GET', path))).toEqual([
    403,
    `${action}: identity:list_application_credentials.`,
  ])
  const wish = { application_credential: { name: 'x' } }
  expect(refusal(await reader.keystone('POST', path, wish))).toEqual([
    403,
    `${action}: identity:create_application_credential.`,
  ])
  const headers = { 'x-auth-token': tokenOf(await signInWith(target, { id, secret })) }
  const byRobot = await ask(target, 'identity', 'POST', `/v3/${path}`, { headers, body: wish })
  expect(refusal(byRobot)).toEqual([
    403,
    `${action}: Using method 'application_credential' is not allowed for managing additional application credentials..`,
  ])
})
