import { expect, test } from 'vitest'

import { createSignInGate } from './sign-in-gate.ts'

test('held calls go on when the same person has signed in again', async () => {
  const gate = createSignInGate()
  gate.close({ kind: 'ended' })
  const held = Promise.all([gate.wait(), gate.wait()])
  expect(gate.getSnapshot()).toEqual({ kind: 'ended' })
  gate.open()
  expect(await held).toEqual([true, true])
  expect(gate.getSnapshot()).toBeUndefined()
})

test('held calls fail when somebody else goes on', async () => {
  const gate = createSignInGate()
  gate.close({ kind: 'ended' })
  const held = gate.wait()
  gate.abandon()
  expect(await held).toBe(false)
})

test('a call that nobody needs any more does not wait', async () => {
  const gate = createSignInGate()
  gate.close({ kind: 'ended' })
  const call = new AbortController()
  const held = gate.wait(call.signal)
  call.abort(new Error('left'))
  await expect(held).rejects.toThrow('left')
})

test('calls stay held while the reason changes', async () => {
  const gate = createSignInGate()
  gate.close({ kind: 'ended' })
  const held = gate.wait()
  gate.close({ kind: 'ended', because: 'idle' })
  expect(gate.getSnapshot()).toEqual({ kind: 'ended', because: 'idle' })
  gate.open()
  expect(await held).toBe(true)
})

test('an open gate holds nothing', async () => {
  expect(await createSignInGate().wait()).toBe(true)
})

test('why a session ended is not forgotten when a later look only finds it gone', () => {
  const gate = createSignInGate()
  gate.close({ kind: 'ended', because: 'idle' })
  gate.close({ kind: 'ended' })
  expect(gate.getSnapshot()).toEqual({ kind: 'ended', because: 'idle' })
})
