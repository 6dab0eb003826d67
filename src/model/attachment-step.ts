import type { Clock } from './clock.ts'
import { nextLookAfter } from './look-pace.ts'
import { attachmentOf, type InstanceId, isChanging, type Volume, type VolumeId } from './volume.ts'

/** One thing to do with a volume and an instance. `device`, such as `/dev/vdc`, is asked for where given. */
export type AttachmentStep =
  | { act: 'attach'; instanceId: InstanceId; device?: string }
  | { act: 'detach'; instanceId: InstanceId }

/** Why the cloud took back what it had accepted, as far as its logs tell. */
export type LateFailure = { message: string | null; requestId?: string }

/** How a step failed. */
export type StepFailure =
  /** The cloud said no; `error` has its words. */
  | { kind: 'refused'; error: Error }
  /** The cloud said yes, and then undid it. */
  | ({ kind: 'undone' } & LateFailure)
  /** No end was seen in the time that we look. */
  | { kind: 'unfinished'; afterMs: number }

/** Where a step stands. The last of a step is `attached`, `detached`, `failed` or `stopped`. */
export type StepProgress =
  | { state: 'waiting' }
  | { state: 'asking' }
  /** The volume is being changed by somebody else; the step waits for its end. */
  | { state: 'held-up'; volumeStatus: string }
  /** The cloud has accepted and is at it. */
  | { state: 'working' }
  | { state: 'attached'; device: string | null }
  | { state: 'detached' }
  | { state: 'failed'; failure: StepFailure }
  /** It was not begun; `because` of a step before it on which it depends and which did not come to its end, or at wish. */
  | { state: 'stopped'; because?: 'step-before' }

/** What a step needs to be able to ask of a cloud. */
export type AttachmentCloud = {
  /** Resolves when Nova has accepted. */
  attach(
    volume: VolumeId,
    instance: InstanceId,
    device: string | undefined,
  ): Promise<{ requestId?: string }>
  detach(volume: VolumeId, instance: InstanceId): Promise<{ requestId?: string }>
  look(volume: VolumeId): Promise<Volume>
  /** What the logs say of an accepted step that was undone. */
  explain(instance: InstanceId, requestId: string | undefined): Promise<LateFailure>
  /** Whether a refusal was only for the status that the volume had at that moment. */
  wasForStatus(error: Error): boolean
  /** Whether it is unknown if the request had an effect: no answer came, or not the service's own. */
  isUncertain(error: Error): boolean
}

/** How long a step is followed before we say that its end was not seen: 15 min. */
export const patienceMs = 15 * 60_000
/** How long an accepted step may take to show in the volume's status. Nova reserves before it answers up to 2.100. */
const showsWithinMs = 5_000
/** How often a step is asked for again when the refusal names the status and the status is right when we look. */
const retriesInARow = 5

/** Whether what the step wants is already so. */
function isDone(step: AttachmentStep, volume: Volume): boolean {
  const held = attachmentOf(volume, step.instanceId) !== undefined
  return !isChanging(volume) && held === (step.act === 'attach')
}

const doneAs = (step: AttachmentStep, volume: Volume): StepProgress =>
  step.act === 'attach'
    ? { state: 'attached', device: attachmentOf(volume, step.instanceId)?.device ?? null }
    : { state: 'detached' }

/** Whether the volume is in a state in which the cloud would take the step. */
const isReady = (step: AttachmentStep, { status }: Volume): boolean =>
  status === 'in-use' || (step.act === 'attach' && status === 'available')

type Refusal = 'done' | 'wait' | 'again' | 'follow' | 'fail'

/** What to do after the cloud's `error`, seeing the volume as it is now. */
function judge(
  step: AttachmentStep,
  { forStatus, uncertain }: { forStatus: boolean; uncertain: boolean },
  volume: Volume,
): Refusal {
  if (isDone(step, volume)) return 'done'
  if (uncertain) return isChanging(volume) ? 'follow' : 'fail'
  if (!forStatus) return 'fail'
  if (isChanging(volume)) return 'wait'
  return isReady(step, volume) ? 'again' : 'fail'
}

const asError = (reason: unknown): Error =>
  reason instanceof Error ? reason : new Error(String(reason))

const failed = (failure: StepFailure): StepProgress => ({ state: 'failed', failure })

/** What goes on while a step is carried out. `stop` ends waiting for a turn; what the cloud has begun is followed. */
export type StepSurroundings = {
  cloud: AttachmentCloud
  clock: Clock
  stop: AbortSignal
  /** How long such a step took the cloud lately, in ms, from acceptance to its end. */
  usualMs?: number | undefined
  /** Told how long the cloud took this time. */
  took?: (ms: number) => void
}

/** Carries a step out and follows it to its true end, telling each change of where it stands. */
export async function* carryOut(
  volumeId: VolumeId,
  step: AttachmentStep,
  around: StepSurroundings,
): AsyncGenerator<StepProgress, void> {
  const { cloud, clock, stop } = around
  const begun = clock.now()
  let retries = 0
  for (;;) {
    if (stop.aborted) return yield { state: 'stopped' }
    yield { state: 'asking' }
    let error: Error
    try {
      const { requestId } =
        step.act === 'attach'
          ? await cloud.attach(volumeId, step.instanceId, step.device)
          : await cloud.detach(volumeId, step.instanceId)
      return yield* follow(volumeId, step, around, requestId)
    } catch (reason) {
      error = asError(reason)
    }
    const volume = await cloud.look(volumeId).catch(() => undefined)
    if (volume === undefined) return yield failed({ kind: 'refused', error })
    const about = { forStatus: cloud.wasForStatus(error), uncertain: cloud.isUncertain(error) }
    const next = judge(step, about, volume)
    if (next === 'done') return yield doneAs(step, volume)
    if (next === 'follow') return yield* follow(volumeId, step, around, undefined)
    retries = next === 'again' ? retries + 1 : 0
    const late = clock.now() - begun > patienceMs
    if (next === 'fail' || retries > retriesInARow || late)
      return yield failed({ kind: 'refused', error })
    yield { state: 'held-up', volumeStatus: volume.status }
    try {
      await settled(volumeId, around)
    } catch {
      return yield stop.aborted ? { state: 'stopped' } : failed({ kind: 'refused', error })
    }
  }
}

/** Waits until the volume is not changing any more. */
async function settled(
  volumeId: VolumeId,
  { cloud, clock, stop }: StepSurroundings,
): Promise<void> {
  const begun = clock.now()
  for (;;) {
    await clock.wait(nextLookAfter(clock.now() - begun), stop)
    if (clock.now() - begun > patienceMs) throw new Error('The volume did not come to rest')
    try {
      if (!isChanging(await cloud.look(volumeId))) return
    } catch (reason) {
      if (!cloud.isUncertain(asError(reason))) throw reason
    }
  }
}

/** Looks at the volume until the accepted step has come to its end. */
async function* follow(
  volumeId: VolumeId,
  step: AttachmentStep,
  { cloud, clock, usualMs, took }: StepSurroundings,
  requestId: string | undefined,
): AsyncGenerator<StepProgress, void> {
  yield { state: 'working' }
  const accepted = clock.now()
  let changed = false
  for (;;) {
    const sofar = clock.now() - accepted
    if (sofar > patienceMs) return yield failed({ kind: 'unfinished', afterMs: sofar })
    await clock.wait(nextLookAfter(sofar, usualMs))
    let volume: Volume
    try {
      volume = await cloud.look(volumeId)
    } catch (reason) {
      const error = asError(reason)
      if (cloud.isUncertain(error)) continue
      return yield failed({ kind: 'refused', error })
    }
    const elapsed = clock.now() - accepted
    changed ||= isChanging(volume)
    if (isDone(step, volume)) {
      took?.(elapsed)
      return yield doneAs(step, volume)
    }
    if (!isChanging(volume) && (changed || elapsed > showsWithinMs)) {
      const why = await cloud
        .explain(step.instanceId, requestId)
        .catch((): LateFailure => ({ message: null }))
      return yield failed({ kind: 'undone', ...(requestId && { requestId }), ...why })
    }
  }
}
