import type { InstanceId, Volume } from '#src/model/volume/volume.ts'

/** A line of an instance's action log. */
export type InstanceAction = {
  /** Nova's name for it: `attach_volume`, `detach_volume`, `reboot`, … */
  action: string
  /** The request that asked for it, by which Nova knows the action. */
  requestId: string
  /** ms since the epoch. */
  startedAt: number | null
  /** When it changed last, which for one that is over is its end; ms since the epoch, null before 2.58. */
  updatedAt: number | null
  failed: boolean
}

/** An attach or a detach in the past of an instance that holds a volume, or did. */
export type HistoryEntry = {
  instanceId: InstanceId
  act: 'attach' | 'detach'
  requestId: string
  startedAt: number | null
  /** How long it took, or has taken so far, in ms; whole seconds, as Nova keeps them. */
  tookMs: number | null
  failed: boolean
  /**
   * Whether it was this volume that was attached: Nova's log does not name the volume, but the attachment that came of it
   * tells the same time.
   */
  isThisVolume: boolean
}

/** Nova writes the action's end a moment after Cinder has written the attachment's time, both in whole seconds. */
const toleranceMs = 2_000

const acts: Readonly<Record<string, HistoryEntry['act']>> = {
  attach_volume: 'attach',
  detach_volume: 'detach',
}

const fits = ({ startedAt, updatedAt }: InstanceAction, at: number | null): boolean =>
  startedAt !== null &&
  at !== null &&
  at >= startedAt - toleranceMs &&
  at <= (updatedAt ?? startedAt) + toleranceMs

type Held = Pick<Volume, 'id' | 'attachments'>

const timesAt = ({ attachments }: Held, instanceId: InstanceId) =>
  attachments.filter((one) => one.instanceId === instanceId).map(({ attachedAt }) => attachedAt)

/**
 * What instances' logs say of attaching and detaching, newest first. An attach that brought the instance another of the
 * `known` volumes is left out; one of which nothing is known stays, for it may have been this volume.
 */
export function attachmentHistory(
  volume: Held,
  logs: ReadonlyMap<InstanceId, readonly InstanceAction[]>,
  known: readonly Held[],
): HistoryEntry[] {
  const others = known.filter(({ id }) => id !== volume.id)
  const entries = [...logs].flatMap(([instanceId, actions]) => {
    const ours = timesAt(volume, instanceId)
    const theirs = others.flatMap((other) => timesAt(other, instanceId))
    return actions.flatMap((action): HistoryEntry[] => {
      const act = acts[action.action]
      if (act === undefined) return []
      const attached = act === 'attach' && !action.failed
      const isThisVolume = attached && ours.some((at) => fits(action, at))
      if (attached && !isThisVolume && theirs.some((at) => fits(action, at))) return []
      const { requestId, startedAt, updatedAt, failed } = action
      const tookMs = startedAt === null || updatedAt === null ? null : updatedAt - startedAt
      return [{ instanceId, act, requestId, startedAt, tookMs, failed, isThisVolume }]
    })
  })
  return entries.toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))
}
