import { expect, test } from 'vitest'

import { textAt } from '#mocks/client/json.ts'
import { authenticate, isGood, signIn, tokenOf } from '#mocks/client/person.ts'

import { embeddedTarget } from './embedded-target.ts'

const hours = 3_600_000

test('a token expires, for all services at once', async () => {
  const { target, clock } = embeddedTarget({ keystone: { tokenMinutes: 60 } })
  const demo = await signIn(target, 'demo', 'demo')
  clock.advance(hours - 1)
  expect((await demo.cinder('GET', 'volumes')).status).toBe(200)
  clock.advance(1)
  for (const reply of [
    await demo.cinder('GET', 'volumes'),
    await demo.nova('GET', 'servers'),
    await demo.glance('GET', 'images'),
    await demo.keystone('GET', 'auth/projects'),
  ])
    expect(reply.status).toBe(401)
})

test('tokens of sign-ins from now on live as long as is said, those of before as long as they did', async () => {
  const { target, clock } = embeddedTarget({ faults: true })
  const before = await signIn(target, 'demo', 'demo')
  const body = JSON.stringify({ keystone: { tokenMinutes: 4 } })
  await target.send(new Request('http://cloud.test/cloud/faults', { method: 'PUT', body }))
  const reply = await authenticate(target, { user: 'demo', project: 'demo' })
  const lives = Date.parse(textAt(reply.body, 'token', 'expires_at')) - clock.now()
  expect(lives).toBe(4 * 60_000)
  clock.advance(4 * 60_000)
  expect(await isGood(target, tokenOf(reply))).toBe(false)
  expect(await isGood(target, before.token)).toBe(true)
})
