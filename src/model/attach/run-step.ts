import { asError } from '#src/model/as-error.ts'
import type { Clock } from '#src/model/clock.ts'
import { attachmentOf, isChanging, type Volume, type VolumeId } from '#src/model/volume/volume.ts'

import type {
  AttachmentCloud,
  AttachmentStep,
  LateFailure,
  StepFailure,
  StepProgress,
} from './attachment-step.ts'
import { nextLookAfter } from './look-pace.ts'

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

/** What is known of a request that was not accepted. */
type Refused = { forStatus: boolean; uncertain: boolean; paused: boolean }

/** What to do after a request that was not accepted, seeing the volume as it is now. */
function judge(step: AttachmentStep, refused: Refused, volume: Volume): Refusal {
  if (isDone(step, volume)) return 'done'
  if (refused.uncertain && isChanging(volume)) return 'follow'
  if (refused.paused) return isReady(step, volume) ? 'again' : 'wait'
  if (refused.uncertain || !refused.forStatus) return 'fail'
  if (isChanging(volume)) return 'wait'
  return isReady(step, volume) ? 'again' : 'fail'
}

const failed = (failure: StepFailure): StepProgress => ({ state: 'failed', failure })

/** What goes on while a step is carried out. `stop` ends waiting for a turn; what the cloud has begun is followed. */
export type StepSurroundings = {
  cloud: AttachmentCloud
  clock: Clock
  stop: AbortSignal
  /** Aborted when the user signs out: no further requests are made. */
  quit?: AbortSignal
  /** How long such a step took the cloud lately, in ms, from acceptance to its end. */
  usualMs?: number | undefined
  /** Told how long the cloud took this time. */
  took?: (ms: number) => void
}

/** Carries out a step, yielding each change of its progress; the last one is final. */
export type CarryOut = (
  volumeId: VolumeId,
  step: AttachmentStep,
  around: StepSurroundings,
) => AsyncGenerator<StepProgress, void>

/** Carries out a step and follows it until it has really ended, yielding each change of its progress. */
export async function* runStep(
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
    const pauseMs = cloud.pauseMs(error)
    const refused = {
      forStatus: cloud.wasForStatus(error),
      uncertain: cloud.isUncertain(error),
      paused: pauseMs !== undefined,
    }
    if (pauseMs !== undefined) {
      yield { state: 'told-to-wait', ms: pauseMs }
      // Even if stopped, check what an uncertain request has done.
      await clock.wait(pauseMs, stop).catch(() => undefined)
    }
    const seen = refused.uncertain
      ? yield* lookUntilAnswered(volumeId, around)
      : await cloud.look(volumeId).catch(() => undefined)
    if (seen === 'unanswered') return yield failed({ kind: 'unfinished', afterMs: patienceMs })
    if (seen === undefined) return yield failed({ kind: 'refused', error })
    const volume = refused.uncertain && !refused.paused ? await onceShown(step, seen, around) : seen
    const next = judge(step, refused, volume)
    if (next === 'done') return yield doneAs(step, volume)
    if (next === 'follow') return yield* follow(volumeId, step, around, undefined)
    retries = next === 'again' && !refused.paused ? retries + 1 : 0
    const late = clock.now() - begun > patienceMs
    if (next === 'fail' || retries > retriesInARow || late)
      return yield failed({ kind: 'refused', error })
    if (refused.paused && next === 'again') continue
    yield { state: 'held-up', volumeStatus: volume.status }
    try {
      await settled(volumeId, around)
    } catch {
      return yield stop.aborted ? { state: 'stopped' } : failed({ kind: 'refused', error })
    }
  }
}

/**
 * Polls until the cloud answers, with growing waits that are never shorter than the cloud asks for.
 * @returns undefined if polling is pointless (`endsLooking`), `unanswered` after `patienceMs`
 */
async function* lookUntilAnswered(
  volumeId: VolumeId,
  { cloud, clock, quit }: StepSurroundings,
): AsyncGenerator<StepProgress, Volume | undefined | 'unanswered'> {
  const begun = clock.now()
  for (;;) {
    let error: Error
    try {
      return await cloud.look(volumeId)
    } catch (reason) {
      error = asError(reason)
    }
    if (cloud.endsLooking(error)) return undefined
    const elapsed = clock.now() - begun
    if (elapsed > patienceMs) return 'unanswered'
    yield { state: 'no-answer' }
    await clock.wait(Math.max(nextLookAfter(elapsed), cloud.pauseMs(error) ?? 0))
    if (quit?.aborted) return undefined
  }
}

/** The volume, once the effect of a request that may have arrived would be visible: a change, or its end. */
async function onceShown(
  step: AttachmentStep,
  seen: Volume,
  { cloud, clock, quit }: StepSurroundings,
): Promise<Volume> {
  const begun = clock.now()
  let volume = seen
  while (!isChanging(volume) && !isDone(step, volume) && clock.now() - begun < showsWithinMs) {
    await clock.wait(nextLookAfter(clock.now() - begun))
    if (quit?.aborted) break
    volume = await cloud.look(volume.id).catch(() => volume)
  }
  return volume
}

/** Waits until the volume is not changing any more. */
async function settled(
  volumeId: VolumeId,
  { cloud, clock, stop }: StepSurroundings,
): Promise<void> {
  const begun = clock.now()
  let pauseMs = 0
  for (;;) {
    await clock.wait(Math.max(nextLookAfter(clock.now() - begun), pauseMs), stop)
    if (clock.now() - begun > patienceMs) throw new Error('The volume did not come to rest')
    try {
      if (!isChanging(await cloud.look(volumeId))) return
      pauseMs = 0
    } catch (reason) {
      const error = asError(reason)
      if (cloud.endsLooking(error)) throw error
      pauseMs = cloud.pauseMs(error) ?? 0
    }
  }
}

/** Looks at the volume until the accepted step has come to its end. A failed look does not end it, since the next may succeed. */
async function* follow(
  volumeId: VolumeId,
  step: AttachmentStep,
  around: StepSurroundings,
  requestId: string | undefined,
): AsyncGenerator<StepProgress, void> {
  const { cloud, clock, quit, usualMs, took } = around
  yield { state: 'working' }
  const accepted = clock.now()
  let changed = false
  let silentSince: number | undefined
  let pauseMs = 0
  for (;;) {
    const sofar = clock.now() - accepted
    if (sofar > patienceMs) return yield failed({ kind: 'unfinished', afterMs: sofar })
    const pace =
      silentSince === undefined
        ? nextLookAfter(sofar, usualMs)
        : nextLookAfter(clock.now() - silentSince)
    await clock.wait(Math.max(pace, pauseMs))
    if (quit?.aborted) return
    let volume: Volume
    try {
      volume = await cloud.look(volumeId)
    } catch (reason) {
      const error = asError(reason)
      if (cloud.endsLooking(error)) return yield failed({ kind: 'refused', error })
      if (silentSince === undefined) yield { state: 'no-answer' }
      silentSince ??= clock.now()
      pauseMs = cloud.pauseMs(error) ?? 0
      continue
    }
    if (silentSince !== undefined) yield { state: 'working' }
    silentSince = undefined
    pauseMs = 0
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
