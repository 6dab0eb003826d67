import { expect, test } from 'vitest'

import { createSignInGate } from './sign-in-gate.ts'

test('held calls go on when the same person has signed in again', async () => {
  const gate = createSignInGate()
  const held = Promise.all([gate.wait(), gate.wait()])
  expect(gate.getSnapshot()).toBe('closed')
  gate.open()
  expect(await held).toEqual([true, true])
  expect(gate.getSnapshot()).toBe('open')
})

test('held calls fail when somebody else goes on', async () => {
  const gate = createSignInGate()
  const held = gate.wait()
  gate.abandon()
  expect(await held).toBe(false)
})

test('a call that nobody needs any more does not wait', async () => {
  const gate = createSignInGate()
  const call = new AbortController()
  const held = gate.wait(call.signal)
  call.abort(new Error('left'))
  await expect(held).rejects.toThrow('left')
})
