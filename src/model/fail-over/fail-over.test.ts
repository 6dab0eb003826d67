import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { HostState } from '#src/model/services/cloud-service.ts'
import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import { failOverCommand } from './fail-over-commands.ts'
import { type FailOverCase, planFailOver, standbyObstacle } from './fail-over.ts'

const person = { administrator: true, readOnly: false, cloudCanShare: true }
const old = sampleInstance({ id: 'old', name: 'old', status: 'SHUTOFF' })
const standby = sampleInstance({ id: 'new', name: 'new' })
const shared = sampleVolume({ status: 'in-use', shareable: true, attachments: [attachedTo('old')] })
const plain = sampleVolume({ status: 'in-use', attachments: [attachedTo('old')] })

const caseOf = (given: Partial<FailOverCase> = {}): FailOverCase => ({
  volume: shared,
  from: { instanceId: 'old', instance: old, hostState: 'up' },
  to: { instance: standby, hostState: 'up' },
  person,
  ...given,
})

const on = (hostState: HostState, status = 'ACTIVE') => ({
  instanceId: 'old',
  instance: { ...old, status },
  hostState,
})

describe('a host that is up', () => {
  test('lets a stopped instance’s volume go, and the standby takes it', () => {
    for (const volume of [shared, plain])
      expect(planFailOver(caseOf({ volume }))).toEqual({
        plan: {
          steps: [
            { act: 'detach', instanceId: 'old' },
            { act: 'attach', instanceId: 'new' },
          ],
          left: undefined,
          ticks: [],
        },
      })
  })

  test('asks whether a running instance may lose its volume', () => {
    expect(planFailOver(caseOf({ from: on('up') }))).toMatchObject({
      plan: { left: undefined, ticks: ['may-be-writing'] },
    })
  })

  test('lets nothing of an instance in error go, so a shared volume is attached alone', () => {
    expect(planFailOver(caseOf({ from: on('up', 'ERROR') }))).toMatchObject({
      plan: { steps: [{ act: 'attach' }], left: 'instance-error', ticks: ['fenced'] },
    })
    expect(planFailOver(caseOf({ volume: plain, from: on('up', 'ERROR') }))).toEqual({
      obstacle: { kind: 'stuck', left: 'instance-error' },
    })
  })

  test('never lets the disk go from which an instance was started', () => {
    const volume = { ...plain, attachments: [attachedTo('old', '/dev/vda')] }
    expect(planFailOver(caseOf({ volume }))).toEqual({ obstacle: { kind: 'root-device' } })
  })
})

describe('a host that is down', () => {
  test('is left alone: a shared volume is attached to the standby only', () => {
    expect(planFailOver(caseOf({ from: on('down') }))).toEqual({
      plan: {
        steps: [{ act: 'attach', instanceId: 'new' }],
        left: 'host-down',
        ticks: ['fenced'],
      },
    })
  })

  test('keeps a volume that is not shareable', () => {
    expect(planFailOver(caseOf({ volume: plain, from: on('down') }))).toEqual({
      obstacle: { kind: 'stuck', left: 'host-down' },
    })
  })

  test('keeps a volume that hangs in detaching', () => {
    const volume = { ...shared, status: 'detaching' }
    expect(planFailOver(caseOf({ volume, from: on('down') }))).toEqual({
      obstacle: { kind: 'hangs' },
    })
  })
})

test('what nobody holds any more is attached, without further questions', () => {
  const volume = sampleVolume({ status: 'available' })
  expect(planFailOver(caseOf({ volume, from: on('down') }))).toEqual({
    plan: { steps: [{ act: 'attach', instanceId: 'new' }], left: undefined, ticks: [] },
  })
})

test('a standby has to be another instance of the project, on a host that is up', () => {
  const against = (given: Partial<typeof standby>, hostState: HostState = 'up') =>
    standbyObstacle(shared, 'old', { instance: { ...standby, ...given }, hostState }, person)
  expect(against({ id: 'old' })).toEqual({ kind: 'same-instance' })
  expect(against({ projectId: 'other' })).toEqual({ kind: 'other-project' })
  expect(against({}, 'down')).toEqual({ kind: 'host-down' })
  expect(against({}, 'unknown')).toEqual({ kind: 'host-unknown' })
  expect(against({}, 'none')).toEqual({ kind: 'no-host' })
  expect(against({ status: 'BUILD' })).toEqual({ kind: 'instance', obstacle: 'building' })
  expect(against({ volumeIds: [shared.id] })).toMatchObject({ obstacle: 'already-attached' })
  expect(against({ availabilityZone: 'elsewhere' })).toBeUndefined()
})

test('the command waits between its steps until the volume takes the next', () => {
  const steps = [
    { act: 'detach', instanceId: 'old' },
    { act: 'attach', instanceId: 'new' },
  ] as const
  expect(failOverCommand(plain, steps)).toBe(
    `openstack server remove volume old volume-1
until [ "$(openstack volume show -f value -c status volume-1)" = available ]; do sleep 1; done
openstack server add volume new volume-1`,
  )
  const two = { ...shared, attachments: [attachedTo('old'), attachedTo('other')] }
  expect(failOverCommand(two, steps)).toContain('= in-use ]')
})

const planOf = (given: FailOverCase) => {
  const answer = planFailOver(given)
  return 'plan' in answer ? answer.plan : undefined
}
const holdsIn = ({ volume }: FailOverCase, id: string) =>
  volume.attachments.some(({ instanceId }) => instanceId === id)

// Most values are such that a plan can be made, so that the odd ones among them decide; the last test counts what is reached.
const mostly = <T>(usual: T, ...odd: T[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  )

describe('whatever the case', () => {
  const fromState = fc.constantFrom<HostState>('up', 'up', 'down', 'unknown', 'none')
  const toState = mostly<HostState>('up', 'down', 'unknown', 'none')
  const fromStatus = fc.constantFrom(
    'ACTIVE',
    'ACTIVE',
    'SHUTOFF',
    'SHUTOFF',
    'ERROR',
    'PAUSED',
    'BUILD',
    'SHELVED_OFFLOADED',
    'NEW',
  )
  const toStatus = mostly('ACTIVE', 'SHUTOFF', 'ERROR', 'BUILD', 'SHELVED_OFFLOADED')
  const holders = fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>(['old']) },
    { weight: 2, arbitrary: fc.constant<string[]>(['old', 'other']) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom<string[]>('old', 'new', 'other')) },
  )
  const anyCase = fc
    .record({
      shareable: fc.boolean(),
      volumeStatus: mostly('in-use', 'available', 'detaching', 'error', 'attaching', 'odd'),
      holders,
      fromState,
      toState,
      fromStatus,
      toStatus,
      toId: mostly('new', 'old', 'other'),
      known: mostly(true, false),
      task: mostly<string | null>(null, 'rebooting'),
      readOnly: mostly(false, true),
    })
    .map((one): FailOverCase => ({
      volume: sampleVolume({
        status: one.volumeStatus,
        shareable: one.shareable,
        attachments: one.holders.map((id) => attachedTo(id)),
      }),
      from: {
        instanceId: 'old',
        instance: one.known
          ? sampleInstance({ id: 'old', status: one.fromStatus, taskState: one.task })
          : undefined,
        hostState: one.fromState,
      },
      to: {
        instance: sampleInstance({ id: one.toId, status: one.toStatus }),
        hostState: one.toState,
      },
      person: { ...person, readOnly: one.readOnly },
    }))

  const planned = (check: (given: FailOverCase, plan: ReturnType<typeof planOf>) => void) =>
    fc.assert(
      fc.property(anyCase, (given) => {
        const plan = planOf(given)
        if (plan) check(given, plan)
      }),
      { numRuns: 3_000 },
    )
  test('nothing is detached on a host that is not up, but of a shelved instance', () =>
    planned(({ from }, plan) => {
      if (!plan?.steps.some(({ act }) => act === 'detach')) return
      expect(from.hostState === 'up' || from.instance?.status === 'SHELVED_OFFLOADED').toBe(true)
      expect(from.hostState).not.toBe('down')
    }))

  test('the last step attaches to the standby, which does not hold it and whose host is up', () =>
    planned((given, plan) => {
      expect(plan?.steps.at(-1)).toEqual({ act: 'attach', instanceId: given.to?.instance.id })
      expect(plan?.steps.filter(({ act }) => act === 'attach')).toHaveLength(1)
      expect(holdsIn(given, given.to?.instance.id ?? '')).toBe(false)
      expect(given.to?.instance.id).not.toBe('old')
      expect(given.to?.hostState).toBe('up')
    }))

  test('a volume that is not shareable never has two holders', () => {
    let most = 0
    planned((given, plan) => {
      const kept = new Set(given.volume.attachments.map(({ instanceId }) => instanceId))
      for (const { act, instanceId } of plan?.steps ?? []) {
        if (act === 'detach') kept.delete(instanceId)
        else kept.add(instanceId)
        if (!given.volume.shareable) most = Math.max(most, kept.size)
      }
    })
    expect(most).toBe(1)
  })

  test('what stays behind, and a guest that may be writing, has to be ticked', () =>
    planned((given, plan) => {
      const detaches = plan?.steps.at(0)?.act === 'detach'
      const stays = holdsIn(given, 'old') && !detaches
      expect(plan?.left !== undefined).toBe(stays)
      expect(plan?.ticks.includes('fenced')).toBe(stays)
      const { instance } = given.from
      expect(plan?.ticks.includes('may-be-writing')).toBe(
        detaches && instance !== undefined && instance.status !== 'SHUTOFF',
      )
    }))

  test('the cases reach what these properties are about', () => {
    const reached = new Map<string, number>()
    const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1)
    planned(({ volume, from }, plan) => {
      const detaches = plan?.steps.at(0)?.act === 'detach'
      count(detaches ? 'detach' : 'attach alone')
      if (detaches) count(`detach of a ${volume.shareable ? 'shareable' : 'plain'} volume`)
      if (plan?.left) count(`left: ${plan.left}`)
      for (const tick of plan?.ticks ?? []) count(`tick: ${tick}`)
      if (detaches && from.instance) count(`detach from ${from.instance.status}`)
    })
    for (const what of [
      'detach of a shareable volume',
      'detach of a plain volume',
      'attach alone',
      'left: host-down',
      'left: host-unknown',
      'left: instance-error',
      'left: instance-gone',
      'tick: fenced',
      'tick: may-be-writing',
      'detach from ACTIVE',
      'detach from SHUTOFF',
    ])
      expect([what, (reached.get(what) ?? 0) >= 20]).toEqual([what, true])
  })

  test('who may only look gets no plan', () =>
    planned(({ person: { readOnly } }) => expect(readOnly).toBe(false)))
})
