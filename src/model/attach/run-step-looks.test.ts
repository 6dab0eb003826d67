import { expect, test, vi } from 'vitest'

import { attachedTo, sampleVolume } from '#src/model/testing/sample-volume.ts'
import type { Volume } from '#src/model/volume/volume.ts'

import type { AttachmentCloud, AttachmentStep, StepProgress } from './attachment-step.ts'
import { runStep, patienceMs, type StepSurroundings } from './run-step.ts'

/** Each step as it is told, against a cloud that answers by a list: one by one, the last for good. */
type Trait = 'status' | 'uncertain' | 'paused' | 'over' | 'final'
const failure = (trait: Trait) => Object.assign(new Error(trait), { trait })
const traitOf = (error: Error) => ('trait' in error ? error.trait : undefined)

const free = sampleVolume({ status: 'available' })
const busy = sampleVolume({ status: 'attaching' })
const holding = (...ids: string[]) =>
  sampleVolume({ status: 'in-use', attachments: ids.map((id) => attachedTo(id, '/dev/vdc')) })

type Script = {
  act?: AttachmentStep['act']
  /** What Nova answers to each request. */
  asked?: (Trait | 'ok')[]
  looks: (Volume | Trait)[]
  around?: Partial<StepSurroundings>
  explain?: AttachmentCloud['explain']
}

/** The next of a list of answers; its last is given again and again. */
const next = <T>(list: T[]): T => {
  const [first, ...rest] = list
  if (first === undefined) throw new Error('nothing is left to answer')
  if (rest.length > 0) list.shift()
  return first
}

async function play({ act = 'attach', asked = ['ok'], looks, around, explain }: Script) {
  let time = 0
  const answer = vi.fn<() => Promise<{ requestId?: string }>>(async () => {
    const how = next(asked)
    if (how === 'ok') return { requestId: 'req-1' }
    throw failure(how)
  })
  const waits: number[] = []
  const cloud: AttachmentCloud = {
    attach: answer,
    detach: answer,
    look: async () => {
      const seen = next(looks)
      if (typeof seen === 'string') throw failure(seen)
      return seen
    },
    explain: explain ?? (async () => ({ message: 'no room' })),
    wasForStatus: (error) => traitOf(error) === 'status',
    isUncertain: (error) => ['uncertain', 'paused'].includes(String(traitOf(error))),
    pauseMs: (error) => (traitOf(error) === 'paused' ? 5_000 : undefined),
    endsLooking: (error) => traitOf(error) === 'over',
  }
  const clock = {
    now: () => time,
    wait: async (ms: number, signal?: AbortSignal) => {
      if (signal?.aborted) throw signal.reason
      waits.push(ms)
      time += ms
    },
  }
  const told: StepProgress[] = []
  const surroundings = { cloud, clock, stop: new AbortController().signal, ...around }
  for await (const progress of runStep('v', { act, instanceId: 'i' }, surroundings))
    told.push(progress)
  return {
    told,
    states: told.map(({ state }) => state),
    last: told.at(-1),
    asks: answer.mock.calls.length,
    waits,
    time,
  }
}

test('an attach is asked for, worked on, and done, on the device that Cinder tells', async () => {
  const took = vi.fn<(ms: number) => void>()
  const { told, time } = await play({ looks: [busy, holding('i')], around: { took } })
  expect(told).toEqual([
    { state: 'asking' },
    { state: 'working' },
    { state: 'attached', device: '/dev/vdc' },
  ])
  expect(took).toHaveBeenCalledExactlyOnceWith(time)
})

test('a detach is done once the instance holds the volume no more', async () => {
  const { states } = await play({
    act: 'detach',
    looks: [sampleVolume({ status: 'detaching' }), holding('other')],
  })
  expect(states).toEqual(['asking', 'working', 'detached'])
})

test('a refusal for a status that is right by now is asked for again', async () => {
  const { told, asks } = await play({
    asked: ['status', 'ok'],
    looks: [free, free, holding('i')],
  })
  expect(told.slice(0, 3)).toEqual([
    { state: 'asking' },
    { state: 'held-up', volumeStatus: 'available' },
    { state: 'asking' },
  ])
  expect(asks).toBe(2)
})

test('it is asked for six times in a row at most', async () => {
  const { last, asks } = await play({ asked: ['status'], looks: [free] })
  expect(last).toMatchObject({
    state: 'failed',
    failure: { kind: 'refused', error: failure('status') },
  })
  expect(asks).toBe(6)
})

test('a volume that others keep changing is waited for as long as the patience lasts', async () => {
  const { last, time, states } = await play({ asked: ['status'], looks: [busy] })
  expect(last).toMatchObject({ state: 'failed', failure: { kind: 'refused' } })
  expect(time).toBeGreaterThan(patienceMs)
  expect(states).toEqual(['asking', 'held-up', 'failed'])
})

test.each([
  ['attach', sampleVolume({ status: 'error' })],
  ['detach', sampleVolume({ status: 'available', attachments: [attachedTo('i')] })],
  ['detach', sampleVolume({ status: 'maintenance', attachments: [attachedTo('i')] })],
] as const)(
  'an %s that is refused for the status %o is not asked for again',
  async (act, volume) => {
    const { states, asks } = await play({ act, asked: ['status'], looks: [volume] })
    expect(states).toEqual(['asking', 'failed'])
    expect(asks).toBe(1)
  },
)

test('a detach that is refused while others are at the volume is asked for once it is in use', async () => {
  const { states, asks } = await play({
    act: 'detach',
    asked: ['status', 'ok'],
    looks: [{ ...busy, attachments: [attachedTo('i')] }, holding('i'), free],
  })
  expect(states).toEqual(['asking', 'held-up', 'asking', 'working', 'detached'])
  expect(asks).toBe(2)
})

test('a refusal of what is so already is none', async () => {
  expect((await play({ asked: ['final'], looks: [holding('i')] })).last).toMatchObject({
    state: 'attached',
  })
})

test('a final refusal is told as it is, also where the look after it fails', async () => {
  for (const look of [free, 'uncertain'] as const)
    expect((await play({ asked: ['final'], looks: [look] })).told).toMatchObject([
      { state: 'asking' },
      { state: 'failed', failure: { kind: 'refused', error: failure('final') } },
    ])
})

test('a request without an answer is looked after: at work, done, or lost once it would have shown', async () => {
  const atWork = await play({ asked: ['uncertain'], looks: ['uncertain', busy, holding('i')] })
  expect(atWork.states).toEqual(['asking', 'no-answer', 'working', 'attached'])
  const lost = await play({ asked: ['uncertain'], looks: [free] })
  expect(lost.states).toEqual(['asking', 'failed'])
  expect(lost.time).toBeGreaterThanOrEqual(5_000)
  expect(lost.time).toBeLessThan(10_000)
  const over = await play({ asked: ['uncertain'], looks: ['over'] })
  expect(over.last).toMatchObject({ failure: { kind: 'refused', error: failure('uncertain') } })
  expect(over.waits).toEqual([])
})

test('a cloud that asks to wait is asked again after it, unless it was at it all the same', async () => {
  const again = await play({ asked: ['paused', 'ok'], looks: [free, holding('i')] })
  expect(again.told.slice(0, 3)).toEqual([
    { state: 'asking' },
    { state: 'told-to-wait', ms: 5_000 },
    { state: 'asking' },
  ])
  expect(again.waits[0]).toBe(5_000)
  const atIt = await play({ asked: ['paused'], looks: [busy, holding('i')] })
  expect(atIt.asks).toBe(1)
  expect(atIt.states).toEqual(['asking', 'told-to-wait', 'working', 'attached'])
  const never = await play({ asked: ['paused'], looks: [free] })
  expect(never.time).toBeGreaterThan(patienceMs)
  expect(never.last).toMatchObject({ failure: { kind: 'refused', error: failure('paused') } })
})

test('a look that fails in the middle is told once, and so is that the cloud answers again', async () => {
  const { states, waits } = await play({
    looks: [busy, 'uncertain', 'final', 'paused', busy, holding('i')],
  })
  expect(states).toEqual(['asking', 'working', 'no-answer', 'working', 'attached'])
  expect(waits).toContain(5_000)
})

test('what the cloud accepted and took back is undone, with what its log says', async () => {
  const { last } = await play({ looks: [busy, free] })
  expect(last).toEqual({
    state: 'failed',
    failure: { kind: 'undone', requestId: 'req-1', message: 'no room' },
  })
  const silent = await play({ looks: [busy, free], explain: () => Promise.reject(new Error('no')) })
  expect(silent.last).toEqual({
    state: 'failed',
    failure: { kind: 'undone', requestId: 'req-1', message: null },
  })
  const unheard = await play({ asked: ['uncertain'], looks: [busy, busy, free] })
  expect(unheard.last).toEqual({ state: 'failed', failure: { kind: 'undone', message: 'no room' } })
})

test('a volume that is gone, or a session that has ended, ends it with the cloud’s words', async () => {
  const { told } = await play({ looks: [busy, 'over'] })
  expect(told.at(-1)).toMatchObject({ failure: { kind: 'refused', error: failure('over') } })
  const waiting = await play({ asked: ['status'], looks: [busy, 'over'] })
  expect(waiting.last).toMatchObject({ failure: { kind: 'refused', error: failure('status') } })
})

test('Stop ends it before it begins and while it waits for its turn', async () => {
  const stop = AbortSignal.abort()
  expect((await play({ looks: [free], around: { stop } })).states).toEqual(['stopped'])
  const controller = new AbortController()
  const looks = [busy]
  const { states } = await play({
    asked: ['status'],
    looks,
    around: { stop: controller.signal, clock: clockThatStops(controller) },
  })
  expect(states).toEqual(['asking', 'held-up', 'stopped'])
})

/** A clock that stops a step at its first wait. */
const clockThatStops = (controller: AbortController) => ({
  now: () => 0,
  wait: async () => {
    controller.abort(new Error('stopped'))
    throw controller.signal.reason
  },
})

test('who has left is told nothing more', async () => {
  const quit = AbortSignal.abort()
  expect((await play({ looks: [busy], around: { quit } })).states).toEqual(['asking', 'working'])
  const lost = await play({ asked: ['uncertain'], looks: ['uncertain'], around: { quit } })
  expect(lost.states).toEqual(['asking', 'no-answer', 'failed'])
})
