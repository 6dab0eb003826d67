import { expect, test } from 'vitest'

import { textAt } from '#mocks/client/json.ts'
import { authenticate, isGood, signIn } from '#mocks/client/person.ts'
import { ask, type Target } from '#mocks/client/target.ts'

import { embeddedTarget } from './embedded-target.ts'

const sentence = 'The request you have made requires authentication.'

function newcomer() {
  const embedded = embeddedTarget({ faults: true })
  const id = embedded.cloud.identity.userNamed('newcomer')?.id ?? ''
  return { ...embedded, id }
}

const change = (target: Target, id: string, user: object) =>
  ask(target, 'identity', 'POST', `/v3/users/${id}/password`, { body: { user } })

const setFaults = (target: Target, method: string, wish?: object) =>
  target.send(
    new Request('http://cloud.test/cloud/faults', {
      method,
      ...(wish && { body: JSON.stringify(wish) }),
    }),
  )

test('who knows an expired password is told so, who doesn’t is not', async () => {
  const { target, id } = newcomer()
  const right = await authenticate(target, { user: 'newcomer', project: 'demo' })
  expect([right.status, textAt(right.body, 'error', 'message')]).toEqual([
    401,
    `The password is expired and needs to be changed for user: ${id}.`,
  ])
  const wrong = await authenticate(target, { user: 'newcomer', password: 'nope' })
  expect(textAt(wrong.body, 'error', 'message')).toBe(sentence)
})

test('a new password signs in, without a token before', async () => {
  const { target, id } = newcomer()
  const changed = await change(target, id, { original_password: 'mooring', password: 'newer' })
  expect([changed.status, changed.body]).toEqual([204, ''])
  const reply = await authenticate(target, { user: 'newcomer', password: 'newer' })
  expect(reply.status).toBe(201)
  expect((await authenticate(target, { user: 'newcomer' })).status).toBe(401)
})

test.each([
  [{ original_password: 'nope', password: 'newer' }, 401, sentence],
  [
    { original_password: 'mooring', password: 'mooring' },
    400,
    'The new password cannot be identical to a previous password. The total number which includes the new password must be unique is 1.',
  ],
  [{ password: 'newer' }, 400, "'original_password' is a required property"],
  [{ original_password: 'mooring' }, 400, "'password' is a required property"],
])('%j is refused', async (user, status, message) => {
  const { target, id } = newcomer()
  const reply = await change(target, id, user)
  expect(reply.status).toBe(status)
  expect(textAt(reply.body, 'error', 'message').split('\n')[0]).toBe(message)
})

test('nobody changes the password of somebody whom there is not', async () => {
  const { target } = newcomer()
  const reply = await change(target, 'nobody', { original_password: 'a', password: 'b' })
  expect([reply.status, textAt(reply.body, 'error', 'message')]).toEqual([
    404,
    'Could not find user: nobody.',
  ])
})

test('a new password ends what was signed in with the old one', async () => {
  const { target, cloud } = newcomer()
  const demo = await signIn(target, 'demo', 'demo')
  const id = cloud.identity.userNamed('demo')?.id ?? ''
  await change(target, id, { original_password: 'mooring', password: 'newer' })
  expect(await isGood(target, demo.token)).toBe(false)
})

test('the story can be told again: the first password is back, and has expired', async () => {
  const { target, id } = newcomer()
  await change(target, id, { original_password: 'mooring', password: 'newer' })
  await setFaults(target, 'PUT', { expirePasswords: ['newcomer'] })
  expect((await authenticate(target, { user: 'newcomer', password: 'newer' })).status).toBe(401)
  const reply = await authenticate(target, { user: 'newcomer' })
  expect(textAt(reply.body, 'error', 'message')).toContain('The password is expired')
})

test('ending the faults gives all people their first passwords', async () => {
  const { target } = newcomer()
  await setFaults(target, 'PUT', { expirePasswords: ['demo'] })
  expect((await authenticate(target, { user: 'demo' })).status).toBe(401)
  await setFaults(target, 'DELETE')
  expect((await authenticate(target, { user: 'demo' })).status).toBe(201)
})
