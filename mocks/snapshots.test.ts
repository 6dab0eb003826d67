import { expect, test } from 'vitest'

import { at, textAt } from '#mocks/client/json.ts'
import { signIn } from '#mocks/client/person.ts'

import { embeddedTarget } from './embedded-target.ts'

async function snapped() {
  const { target, clock } = embeddedTarget()
  const demo = await signIn(target, 'demo', 'demo')
  const made = await demo.cinder('POST', 'volumes', { volume: { name: 'snapped', size: 1 } })
  const volume = textAt(made.body, 'volume', 'id')
  clock.advance(5000)
  const take = async (name: string) => {
    const taken = await demo.cinder('POST', 'snapshots', { snapshot: { name, volume_id: volume } })
    clock.advance(5000)
    return textAt(taken.body, 'snapshot', 'id')
  }
  const revert = (snapshot: string | null, version?: string) =>
    demo.cinder('POST', `volumes/${volume}/action`, { revert: { snapshot_id: snapshot } }, version)
  const statusOf = async (snapshot: string) =>
    at((await demo.cinder('GET', `snapshots/${snapshot}`)).body, 'snapshot', 'status')
  const look = async () => at((await demo.cinder('GET', `volumes/${volume}`)).body, 'volume')
  return { clock, demo, volume, look, take, revert, statusOf }
}

test('a volume goes back to its latest snapshot, and both are busy until then', async () => {
  const { clock, look, take, revert, statusOf } = await snapped()
  const snapshot = await take('before')
  expect((await revert(snapshot)).status).toBe(202)
  expect(at(await look(), 'status')).toBe('reverting')
  expect(await statusOf(snapshot)).toBe('restoring')
  expect((await revert(snapshot)).status).toBe(409)
  clock.advance(5000)
  expect(at(await look(), 'status')).toBe('available')
  expect(await statusOf(snapshot)).toBe('available')
})

test('a volume goes back to no other snapshot, to none, and before microversion 3.40 not at all', async () => {
  const { volume, take, revert } = await snapped()
  expect(at((await revert(null)).body, 'badRequest', 'message')).toBe(
    `Volume ${volume} doesn't have any snapshots.`,
  )
  const first = await take('first')
  const second = await take('second')
  expect((await revert(first)).status).toBe(400)
  expect((await revert(second, '3.39')).status).toBe(404)
})

test('a volume that has grown since does not go back', async () => {
  const { clock, demo, volume, take, revert } = await snapped()
  const snapshot = await take('small')
  await demo.cinder('POST', `volumes/${volume}/action`, { 'os-extend': { new_size: 2 } })
  clock.advance(5000)
  expect(at((await revert(snapshot)).body, 'badRequest', 'message')).toBe(
    `Can't revert volume ${volume} to its latest snapshot ${snapshot}. The volume size must be equal to the snapshot size.`,
  )
})
