import { expect, test } from 'vitest'

import { busyMs, workScene as scene } from '#src/model/testing/fake-cinder.ts'

import type { AttachmentStep } from './attachment-step.ts'
import { patienceMs } from './run-step.ts'

const attach = (instanceId: string): AttachmentStep => ({ act: 'attach', instanceId })
const detach = (instanceId: string): AttachmentStep => ({ act: 'detach', instanceId })

test('a network that is away for seconds fails no step, and asks for none twice', async () => {
  const { clock, cinder, work, states } = scene({ behaviour: { a: 'answer-lost' } })
  cinder.failLooks('uncertain', 3_000)
  const seen = new Set<string>()
  work.subscribe(() => work.getSnapshot().forEach(({ progress }) => seen.add(progress.state)))
  work.start('volume', ['a', 'b', 'c'].map(attach))
  await clock.run()
  expect(states()).toEqual({ a: 'attached', b: 'attached', c: 'attached' })
  expect(cinder.counts.asked).toBe(3)
  expect(seen).toContain('no-answer')
})

test('looks that fail in the middle of an accepted attach are repeated', async () => {
  const { clock, cinder, work, states } = scene({ durationMs: 4_000 })
  work.start('volume', [attach('a')])
  clock.after(500, () => cinder.failLooks('uncertain', 60_000))
  await clock.run()
  expect(states()).toEqual({ a: 'attached' })
  expect(cinder.counts).toMatchObject({ asked: 1 })
  // The waits grow: a minute without an answer is not asked through.
  expect(cinder.counts.looks).toBeLessThan(60)
})

test('the same of a detach', async () => {
  const { clock, cinder, work, states } = scene({ durationMs: 4_000 })
  work.start('volume', [attach('a')])
  await clock.run()
  work.start('volume', [detach('a')])
  clock.after(500, () => cinder.failLooks('uncertain', 60_000))
  await clock.run()
  expect(states()).toEqual({ a: 'detached' })
})

test('a request that never arrived fails, once its effect would have shown', async () => {
  const { clock, cinder, work, states } = scene({ behaviour: { a: 'request-lost' } })
  work.start('volume', ['a', 'b'].map(attach))
  await clock.run()
  expect(states()).toEqual({ a: 'failed', b: 'attached' })
  expect(cinder.counts.asked).toBe(2)
  expect(work.getSnapshot().at(0)?.progress).toMatchObject({
    failure: { kind: 'refused', error: new Error('network') },
  })
})

test('an accepted attach that shows late is followed', async () => {
  const { clock, work, states } = scene({ behaviour: { a: 'shows-late' } })
  work.start('volume', [attach('a')])
  await clock.run()
  expect(states()).toEqual({ a: 'attached' })
})

test('an accepted attach of which nothing comes has been undone', async () => {
  const { clock, work } = scene({ behaviour: { a: 'never-begins' } })
  work.start('volume', [attach('a')])
  await clock.run()
  expect(work.getSnapshot().at(0)?.progress).toMatchObject({
    state: 'failed',
    failure: { kind: 'undone' },
  })
  expect(clock.now()).toBeGreaterThan(5_000)
})

test('a step whose end is not seen is unfinished after the patience, not failed before', async () => {
  const { clock, cinder, work } = scene({ durationMs: Infinity })
  work.start('volume', [attach('a')])
  clock.after(1_000, () => cinder.failLooks('uncertain'))
  await clock.run()
  const progress = work.getSnapshot().at(0)?.progress
  expect(progress).toMatchObject({ state: 'failed', failure: { kind: 'unfinished' } })
  expect(clock.now()).toBeGreaterThan(patienceMs)
})

test('a request of which nothing is heard any more is unfinished, not refused', async () => {
  const { clock, cinder, work } = scene({ behaviour: { a: 'answer-lost' } })
  cinder.failLooks('uncertain')
  work.start('volume', [attach('a')])
  await clock.run()
  expect(work.getSnapshot().at(0)?.progress).toMatchObject({ failure: { kind: 'unfinished' } })
})

test('a cloud that asks to wait is asked again after just that', async () => {
  const { clock, cinder, work, states } = scene({ behaviour: { a: 'busy' } })
  const seen: unknown[] = []
  work.subscribe(() => work.getSnapshot().forEach(({ progress }) => seen.push(progress)))
  work.start('volume', [attach('a')])
  await clock.run()
  expect(states()).toEqual({ a: 'attached' })
  expect(seen).toContainEqual({ state: 'told-to-wait', ms: busyMs })
  expect(cinder.counts.asked).toBe(2)
  expect(clock.now()).toBeGreaterThan(busyMs)
})

test('looks wait as long as the cloud asks them to', async () => {
  const { clock, cinder, work, states } = scene({ durationMs: 1_000 })
  work.start('volume', [attach('a')])
  clock.after(200, () => cinder.failLooks('busy', 20_000))
  await clock.run()
  expect(states()).toEqual({ a: 'attached' })
  expect(cinder.counts.looks).toBeLessThan(10)
})

test('a volume that is gone ends the step, without further looks', async () => {
  const { clock, cinder, work, states } = scene({ durationMs: 4_000 })
  work.start('volume', [attach('a')])
  clock.after(500, () => cinder.failLooks('gone'))
  await clock.run()
  expect(states()).toEqual({ a: 'failed' })
  expect(clock.now()).toBeLessThan(10_000)
})

test('once its person has left, the work asks for nothing more', async () => {
  const { clock, cinder, work } = scene({ durationMs: 4_000 })
  work.start('volume', ['a', 'b'].map(attach))
  let looks = 0
  clock.after(1_000, () => {
    work.quit()
    looks = cinder.counts.looks
  })
  await clock.run()
  expect(cinder.counts).toMatchObject({ asked: 1, looks })
  expect(work.getSnapshot()).toEqual([])
})
