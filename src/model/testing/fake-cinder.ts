import type { AttachmentCloud } from '#src/model/attach/attachment-step.ts'
import { createAttachmentWork } from '#src/model/attach/attachment-work.ts'
import { runStep } from '#src/model/attach/run-step.ts'
import type { Clock } from '#src/model/clock.ts'
import type { InstanceId, Volume, VolumeAttachment } from '#src/model/volume/volume.ts'

/** For tests: a clock that jumps from one wait to the next when `run` is called. */
export type JumpingClock = Clock & {
  run(): Promise<void>
  after(ms: number, act: () => void): void
}

const everythingAwaited = () => new Promise((resolve) => setImmediate(resolve))

/** For tests: a clock at 0. */
export function jumpingClock(): JumpingClock {
  let time = 0
  let due: { at: number; act: () => void }[] = []
  const after = (ms: number, act: () => void) => {
    due.push({ at: time + ms, act })
  }
  return {
    now: () => time,
    after,
    wait(ms, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      after(ms, resolve)
      if (signal?.aborted) reject(signal.reason)
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      return promise
    },
    async run() {
      for (;;) {
        await everythingAwaited()
        const next = due.toSorted((a, b) => a.at - b.at).at(0)
        if (next === undefined) return
        due = due.filter((one) => one !== next)
        time = Math.max(time, next.at)
        next.act()
      }
    },
  }
}

/**
 * How the instance of a name behaves when a volume is attached to it. `request-lost`: nothing arrives; `shows-late`: it is
 * accepted and begins 2 s later; `never-begins`: it is accepted and nothing comes of it; `busy`: it asks to wait, once.
 */
export type Behaviour =
  | 'takes'
  | 'refuses'
  | 'fails-later'
  | 'answer-lost'
  | 'request-lost'
  | 'shows-late'
  | 'never-begins'
  | 'busy'

/** For tests: how long a busy cloud asks to wait, in ms. */
export const busyMs = 7_000

const refusal = (message: string, trait: 'status' | 'final' | 'uncertain' | 'busy' | 'gone') =>
  Object.assign(new Error(message), { trait })

const traitOf = (error: Error) => ('trait' in error ? error.trait : undefined)

/** For tests: one volume of a cloud that refuses a second change while one runs, as Cinder does. */
export function fakeCinder(
  clock: JumpingClock,
  {
    behaviour = {},
    durationMs = 1000,
    shareable = true,
  }: { behaviour?: Record<InstanceId, Behaviour>; durationMs?: number; shareable?: boolean } = {},
) {
  let status = 'available'
  let attachments: VolumeAttachment[] = []
  let outage: 'uncertain' | 'busy' | 'gone' | undefined
  const wereBusy = new Set<InstanceId>()
  const counts = { asked: 0, looks: 0, atOnce: 0, mostAtOnce: 0 }
  const rest = () => {
    status = attachments.length > 0 ? 'in-use' : 'available'
    counts.atOnce -= 1
  }
  const begin = (via: string, end: () => void) => {
    status = via
    counts.atOnce += 1
    counts.mostAtOnce = Math.max(counts.mostAtOnce, counts.atOnce)
    clock.after(durationMs, () => {
      end()
      rest()
    })
  }
  const held = (instance: InstanceId) => attachments.some((one) => one.instanceId === instance)
  const volume = (): Volume => ({
    id: 'volume',
    name: 'shared',
    description: '',
    sizeGiB: 1,
    status,
    typeName: 'multiattach',
    availabilityZone: 'nova',
    bootable: false,
    encrypted: false,
    shareable,
    attachments,
    createdAt: 0,
    updatedAt: 0,
    projectId: 'project',
    host: null,
    migrationStatus: null,
    snapshotId: null,
    sourceVolumeId: null,
    groupId: null,
    metadata: {},
    imageMetadata: null,
  })
  const cloud: AttachmentCloud = {
    async attach(_volume, instance, device) {
      counts.asked += 1
      await clock.wait(50)
      const how = behaviour[instance] ?? 'takes'
      if (how === 'request-lost') throw refusal('network', 'uncertain')
      if (how === 'busy' && !wereBusy.has(instance)) {
        wereBusy.add(instance)
        throw refusal('slow down', 'busy')
      }
      if (how === 'never-begins') return { requestId: `req-${instance}` }
      if (how === 'refuses') throw refusal('not supported for this instance', 'final')
      if (held(instance)) throw refusal('already attached', 'final')
      if (status !== 'available' && !(status === 'in-use' && shareable))
        throw refusal(`the current status is ${status}`, 'status')
      const attach = () =>
        begin('attaching', () => {
          if (how === 'fails-later') return
          const at = { id: `at-${instance}`, hostName: null, attachedAt: clock.now() }
          attachments = [
            ...attachments,
            { ...at, instanceId: instance, device: device ?? '/dev/vdb' },
          ]
        })
      if (how === 'shows-late') clock.after(2_000, attach)
      else attach()
      if (how === 'answer-lost') throw refusal('network', 'uncertain')
      return { requestId: `req-${instance}` }
    },
    async detach(_volume, instance) {
      counts.asked += 1
      await clock.wait(50)
      if (!held(instance)) throw refusal('is not attached', 'final')
      if (status !== 'in-use') throw refusal('Unable to detach', 'status')
      begin('detaching', () => {
        attachments = attachments.filter((one) => one.instanceId !== instance)
      })
      return { requestId: `req-${instance}` }
    },
    async look() {
      counts.looks += 1
      await clock.wait(10)
      if (outage) throw refusal('nobody answers', outage)
      return volume()
    },
    explain: (instance, requestId) =>
      Promise.resolve({ message: `${instance} failed`, ...(requestId && { requestId }) }),
    wasForStatus: (error) => traitOf(error) === 'status',
    isUncertain: (error) => traitOf(error) === 'uncertain' || traitOf(error) === 'busy',
    pauseMs: (error) => (traitOf(error) === 'busy' ? busyMs : undefined),
    endsLooking: (error) => traitOf(error) === 'gone',
  }
  return {
    cloud,
    counts,
    /** Somebody else changes the volume for a while. */
    disturb: () => {
      if (status === 'available' || status === 'in-use') begin('reserved', () => {})
    },
    /** From now on no look is answered, for `ms`; as `gone`, with there being no such volume. */
    failLooks: (how: 'uncertain' | 'busy' | 'gone', ms = Infinity) => {
      outage = how
      if (Number.isFinite(ms)) clock.after(ms, () => (outage = undefined))
    },
    holders: () => attachments.map((one) => one.instanceId),
    status: () => status,
  }
}

/** For tests: work on the volume of such a cloud, and where its steps stand, by instance. */
export function workScene(options: Parameters<typeof fakeCinder>[1] = {}) {
  const clock = jumpingClock()
  const cinder = fakeCinder(clock, options)
  let ids = 0
  const work = createAttachmentWork({
    runStep,
    cloud: cinder.cloud,
    clock,
    newId: () => `task-${++ids}`,
  })
  const states = () =>
    Object.fromEntries(
      work.getSnapshot().map(({ step, progress }) => [step.instanceId, progress.state]),
    )
  return { clock, cinder, work, states }
}
