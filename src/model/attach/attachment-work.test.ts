import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Behaviour, workScene as scene } from '#src/model/testing/fake-cinder.ts'

import type { AttachmentStep } from './attachment-step.ts'
import { isOver } from './attachment-work.ts'

const attach = (instanceId: string): AttachmentStep => ({ act: 'attach', instanceId })
const detach = (instanceId: string): AttachmentStep => ({ act: 'detach', instanceId })

test('one volume is attached to five instances in turn', async () => {
  const { clock, cinder, work, states } = scene()
  const nodes = ['a', 'b', 'c', 'd', 'e']
  work.start('volume', nodes.map(attach))
  await clock.run()
  expect(cinder.holders()).toEqual(nodes)
  expect(new Set(Object.values(states()))).toEqual(new Set(['attached']))
  expect(cinder.counts).toMatchObject({ asked: 5, mostAtOnce: 1 })
})

test('an instance that refuses and one that fails later stop none of the others', async () => {
  const { clock, cinder, work, states } = scene({
    behaviour: { legacy: 'refuses', broken: 'fails-later' },
  })
  work.start('volume', ['a', 'legacy', 'b', 'broken', 'c'].map(attach))
  await clock.run()
  expect(states()).toEqual({
    a: 'attached',
    legacy: 'failed',
    b: 'attached',
    broken: 'failed',
    c: 'attached',
  })
  expect(cinder.holders()).toEqual(['a', 'b', 'c'])
})

test('a late failure says why, in the words of the logs and with the request id', async () => {
  const { clock, work } = scene({ behaviour: { broken: 'fails-later' } })
  work.start('volume', [attach('broken')])
  await clock.run()
  expect(work.getSnapshot().map(({ progress }) => progress)).toEqual([
    {
      state: 'failed',
      failure: { kind: 'undone', message: 'broken failed', requestId: 'req-broken' },
    },
  ])
})

test('a refusal because somebody else is changing the volume is waited out', async () => {
  const { clock, cinder, work, states } = scene()
  cinder.disturb()
  const seen = new Set<string>()
  work.subscribe(() => work.getSnapshot().forEach(({ progress }) => seen.add(progress.state)))
  work.start('volume', [attach('a')])
  await clock.run()
  expect(states()).toEqual({ a: 'attached' })
  expect(seen).toContain('held-up')
  expect(seen).not.toContain('failed')
})

test('an attach whose answer was lost is followed all the same', async () => {
  const { clock, cinder, work, states } = scene({ behaviour: { a: 'answer-lost' } })
  work.start('volume', [attach('a')])
  await clock.run()
  expect(states()).toEqual({ a: 'attached' })
  expect(cinder.counts.asked).toBe(1)
})

test('a plain volume that is in use is refused in the cloud’s words', async () => {
  const { clock, work } = scene({ shareable: false })
  work.start('volume', ['a', 'b'].map(attach))
  await clock.run()
  const second = work.getSnapshot().at(1)?.progress
  expect(second).toMatchObject({
    state: 'failed',
    failure: { kind: 'refused', error: new Error('the current status is in-use') },
  })
})

test('detaching one of several leaves the others', async () => {
  const { clock, cinder, work } = scene()
  work.start('volume', ['a', 'b', 'c'].map(attach))
  await clock.run()
  work.start('volume', [detach('b')])
  await clock.run()
  expect(cinder.holders()).toEqual(['a', 'c'])
  expect(cinder.status()).toBe('in-use')
})

test('Stop drops what has not begun; what is attached stays, and more can be added', async () => {
  const { clock, cinder, work, states } = scene()
  work.start('volume', ['a', 'b', 'c'].map(attach))
  clock.after(1_500, () => work.stop('volume'))
  await clock.run()
  expect(states()).toEqual({ a: 'attached', b: 'attached', c: 'stopped' })
  work.start('volume', [attach('d')])
  await clock.run()
  expect(cinder.holders()).toEqual(['a', 'b', 'd'])
})

test('steps added while the stopped one still runs are carried out', async () => {
  const { clock, cinder, work } = scene()
  work.start('volume', ['a', 'b'].map(attach))
  clock.after(500, () => {
    work.stop('volume')
    work.start('volume', [attach('c')])
  })
  await clock.run()
  expect(cinder.holders()).toEqual(['a', 'c'])
})

test('Retry tries the failed one again', async () => {
  const behaviour: Record<string, Behaviour> = { a: 'fails-later' }
  const { clock, work, states } = scene({ behaviour })
  work.start('volume', [attach('a')])
  await clock.run()
  behaviour.a = 'takes'
  for (const { id } of work.getSnapshot()) work.retry(id)
  await clock.run()
  expect(states()).toEqual({ a: 'attached' })
})

test('an attach is followed with few looks and noticed soon after its end', async () => {
  const { clock, cinder, work } = scene({ durationMs: 1_400 })
  const nodes = Array.from({ length: 20 }, (_, n) => `node-${n}`)
  work.start('volume', nodes.map(attach))
  await clock.run()
  expect(cinder.counts.looks / nodes.length).toBeLessThanOrEqual(8)
  expect(clock.now() / (nodes.length * (1_400 + 50))).toBeLessThan(1.1)
})

test('whatever happens, every step ends and the cloud agrees with what it says', async () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const how = fc.constantFrom<Behaviour>('takes', 'refuses', 'fails-later', 'answer-lost')
  const event = fc.record({
    at: fc.integer({ min: 0, max: 15_000 }),
    kind: fc.constantFrom('attach', 'detach', 'stop', 'disturb'),
    instance: name,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, how),
      fc.array(event, { maxLength: 25 }),
      fc.integer({ min: 100, max: 5_000 }),
      async (behaviour, events, durationMs) => {
        const { clock, cinder, work } = scene({ behaviour, durationMs })
        for (const { at, kind, instance } of events)
          clock.after(at, () => {
            if (kind === 'attach') work.start('volume', [attach(instance)])
            else if (kind === 'detach') work.start('volume', [detach(instance)])
            else if (kind === 'stop') work.stop('volume')
            else cinder.disturb()
          })
        await clock.run()
        expect(cinder.counts.mostAtOnce).toBeLessThanOrEqual(1)
        const last = new Map<string, string>()
        for (const { step, progress } of work.getSnapshot()) {
          expect(isOver(progress)).toBe(true)
          if (progress.state === 'attached' || progress.state === 'detached')
            last.set(step.instanceId, progress.state)
        }
        for (const [instance, state] of last)
          expect(cinder.holders().includes(instance)).toBe(state === 'attached')
      },
    ),
    { numRuns: 150 },
  )
})

test('a new step for an instance takes the place of what is over for it', async () => {
  const { clock, work, states } = scene()
  work.start('volume', ['a', 'b'].map(attach))
  await clock.run()
  work.start('volume', [detach('a')])
  await clock.run()
  expect(work.getSnapshot()).toHaveLength(2)
  expect(states()).toEqual({ a: 'detached', b: 'attached' })
})

test('Stop and forget may be for one instance alone', async () => {
  const { clock, cinder, work, states } = scene()
  work.start('volume', ['a', 'b', 'c'].map(attach))
  clock.after(500, () => work.stop('volume', 'b'))
  await clock.run()
  expect(states()).toEqual({ a: 'attached', b: 'stopped', c: 'attached' })
  expect(cinder.holders()).toEqual(['a', 'c'])
  work.forget(undefined, 'a')
  expect(Object.keys(states())).toEqual(['b', 'c'])
})

test('in a chain the next step is begun when the one before has succeeded', async () => {
  const { clock, cinder, work, states } = scene({ shareable: false })
  work.start('volume', [attach('a')])
  await clock.run()
  work.startChain('volume', [detach('a'), attach('b')])
  await clock.run()
  expect(states()).toEqual({ a: 'detached', b: 'attached' })
  expect(cinder.holders()).toEqual(['b'])
})

test('a step whose predecessor failed is not begun, and Retry of either does both', async () => {
  const behaviour: Record<string, Behaviour> = { a: 'refuses' }
  const { clock, cinder, work, states } = scene({ behaviour })
  work.startChain('volume', [attach('a'), attach('b')])
  await clock.run()
  expect(work.getSnapshot().map(({ progress }) => progress)).toMatchObject([
    { state: 'failed' },
    { state: 'stopped', because: 'step-before' },
  ])
  expect(cinder.counts.asked).toBe(1)
  const second = work.getSnapshot().at(1)
  work.retry(second?.id ?? '')
  await clock.run()
  expect(states()).toEqual({ a: 'failed', b: 'stopped' })
  behaviour.a = 'takes'
  work.retry(second?.id ?? '')
  await clock.run()
  expect(states()).toEqual({ a: 'attached', b: 'attached' })
})

test('when a failed step is forgotten, what was to follow it goes too', async () => {
  const { clock, work } = scene({ behaviour: { a: 'refuses' } })
  work.startChain('volume', [attach('a'), attach('b')])
  await clock.run()
  work.forget('volume', 'a')
  expect(work.getSnapshot()).toEqual([])
})

test('whatever happens, nothing of a chain is begun before what it needs has succeeded', async () => {
  const how = fc.constantFrom<Behaviour>('takes', 'refuses', 'fails-later', 'answer-lost')
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const event = fc.record({
    at: fc.integer({ min: 0, max: 12_000 }),
    kind: fc.constantFrom('chain', 'attach', 'stop', 'retry', 'forget', 'disturb'),
    instance: name,
    second: name,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, how),
      fc.array(event, { maxLength: 25 }),
      async (behaviour, events) => {
        const { clock, cinder, work } = scene({ behaviour })
        const succeeded = new Set<string>()
        work.subscribe(() => {
          for (const { id, needs, progress } of work.getSnapshot()) {
            if (progress.state === 'attached' || progress.state === 'detached') succeeded.add(id)
            if (progress.state === 'asking' && needs !== undefined)
              expect(succeeded).toContain(needs)
          }
        })
        for (const { at, kind, instance, second } of events)
          clock.after(at, () => {
            if (kind === 'chain') work.startChain('volume', [detach(instance), attach(second)])
            else if (kind === 'attach') work.start('volume', [attach(instance)])
            else if (kind === 'stop') work.stop('volume')
            else if (kind === 'forget') work.forget('volume', instance)
            else if (kind === 'retry') for (const { id } of work.getSnapshot()) work.retry(id)
            else cinder.disturb()
          })
        await clock.run()
        expect(work.getSnapshot().every(({ progress }) => isOver(progress))).toBe(true)
        expect(cinder.counts.mostAtOnce).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 150 },
  )
})
