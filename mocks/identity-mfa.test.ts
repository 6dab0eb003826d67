import { expect, test } from 'vitest'

import { at, textAt } from '#mocks/client/json.ts'
import { askForToken, byPassword, byToken, inProject, tokenOf } from '#mocks/client/person.ts'
import type { Target } from '#mocks/client/target.ts'
import { totpCode } from '#mocks/cloud/identity/totp.ts'
import { totpSecret } from '#mocks/seeds/people.ts'

import { embeddedTarget } from './embedded-target.ts'

const sentence = 'The request you have made requires authentication.'
const scope = inProject('demo')

const byPasscode = (passcode: string) => ({
  methods: ['totp'],
  totp: { user: { name: 'mfa', domain: { id: 'default' }, passcode } },
})

const passcode = (target: Target, ago = 0) => totpCode(totpSecret, target.now() - ago)

/** Gives the password; back come the answer and its receipt. */
async function firstStep(target: Target) {
  const reply = await askForToken(target, { identity: byPassword(target, 'mfa'), scope })
  return { reply, receipt: reply.headers.get('openstack-auth-receipt') ?? '' }
}

const secondStep = (target: Target, code: string, receipt: string) =>
  askForToken(target, { identity: byPasscode(code), scope }, { 'openstack-auth-receipt': receipt })

test.each([
  [59_000, '287082'],
  [1_111_111_109_000, '081804'],
  [20_000_000_000_000, '353130'],
])('passcodes are those of RFC 6238, appendix B: at %i ms %s', async (time, code) => {
  // The base32 of 12345678901234567890.
  expect(await totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', time)).toBe(code)
})

test('the password alone gives a receipt that says what is missing', async () => {
  const { target } = embeddedTarget()
  const { reply, receipt } = await firstStep(target)
  expect(reply.status).toBe(401)
  expect(receipt).toMatch(/^gAAAAAB[\w-]{112}$/)
  expect(reply.headers.has('www-authenticate')).toBe(false)
  expect(reply.body).toMatchObject({
    receipt: { methods: ['password'], user: { name: 'mfa', domain: { id: 'default' } } },
    required_auth_methods: [['password', 'totp']],
  })
})

test('receipt and passcode together sign in, and the token can change its scope', async () => {
  const { target } = embeddedTarget()
  const { receipt } = await firstStep(target)
  const reply = await secondStep(target, await passcode(target), receipt)
  expect(reply.status).toBe(201)
  expect(at(reply.body, 'token', 'methods')).toEqual(['password', 'totp'])
  const again = await askForToken(target, { identity: byToken(tokenOf(reply)), scope })
  expect(at(again.body, 'token', 'methods')).toEqual(['token', 'password', 'totp'])
})

test('password and passcode in one request sign in', async () => {
  const { target } = embeddedTarget()
  const identity = {
    ...byPassword(target, 'mfa'),
    ...byPasscode(await passcode(target)),
    methods: ['password', 'totp'],
  }
  expect((await askForToken(target, { identity, scope })).status).toBe(201)
})

test('the passcode before is taken too, an older or a wrong one is not', async () => {
  const { target } = embeddedTarget()
  const { receipt } = await firstStep(target)
  for (const wrong of ['000000', await passcode(target, 60_000), await passcode(target, -30_000)]) {
    const reply = await secondStep(target, wrong, receipt)
    expect([reply.status, textAt(reply.body, 'error', 'message')]).toEqual([401, sentence])
  }
  expect((await secondStep(target, await passcode(target, 30_000), receipt)).status).toBe(201)
})

test('a passcode alone gives a receipt as well', async () => {
  const { target } = embeddedTarget()
  const reply = await askForToken(target, { identity: byPasscode(await passcode(target)) })
  expect(at(reply.body, 'receipt', 'methods')).toEqual(['totp'])
})

test.each([
  [{ passcode: '1' }, 'Expecting to find id or name in user. '],
  [{ name: 'mfa', passcode: '1' }, 'Expecting to find domain in user. '],
  [{ name: 'mfa', domain: {}, passcode: '1' }, 'Expecting to find id or name in domain. '],
])('%j is no request', async (user, message) => {
  const { target } = embeddedTarget()
  const reply = await askForToken(target, { identity: { methods: ['totp'], totp: { user } } })
  expect(reply.status).toBe(400)
  expect(textAt(reply.body, 'error', 'message')).toContain(message)
})

test('receipts and passcodes are good once', async () => {
  const { target } = embeddedTarget()
  const { receipt } = await firstStep(target)
  const code = await passcode(target)
  expect((await secondStep(target, code, receipt)).status).toBe(201)
  const sameCode = await secondStep(target, code, (await firstStep(target)).receipt)
  expect(textAt(sameCode.body, 'error', 'message')).toBe(sentence)
  const sameReceipt = await secondStep(target, await passcode(target, 30_000), receipt)
  expect([sameReceipt.status, textAt(sameReceipt.body, 'error', 'message')]).toEqual([
    401,
    `Could not find auth receipt: ${receipt}.`,
  ])
})

test('ending the faults lets a passcode be used again, so that a story can be told twice', async () => {
  const { target } = embeddedTarget({ faults: true })
  const code = await passcode(target)
  await secondStep(target, code, (await firstStep(target)).receipt)
  await target.send(new Request('http://cloud.test/cloud/faults', { method: 'DELETE' }))
  const again = await secondStep(target, code, (await firstStep(target)).receipt)
  expect(again.status).toBe(201)
})

test('an older Keystone takes both again', async () => {
  const { target } = embeddedTarget({ keystone: { oneTimeReceipts: false } })
  const { receipt } = await firstStep(target)
  const code = await passcode(target)
  expect((await secondStep(target, code, receipt)).status).toBe(201)
  expect((await secondStep(target, code, receipt)).status).toBe(201)
})

test('a receipt is good for five minutes, and for its own person', async () => {
  const { target, clock } = embeddedTarget()
  const { receipt } = await firstStep(target)
  const other = await askForToken(
    target,
    { identity: byPassword(target, 'demo') },
    { 'openstack-auth-receipt': receipt },
  )
  expect(textAt(other.body, 'error', 'message')).toContain('Could not find auth receipt')
  clock.advance(300_000)
  const late = await secondStep(target, await passcode(target), receipt)
  expect(textAt(late.body, 'error', 'message')).toContain('Could not find auth receipt')
})
