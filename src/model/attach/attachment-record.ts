import type { AttachmentId, InstanceId, Volume } from '#src/model/volume/volume.ts'

import type { AttachmentTask } from './attachment-work.ts'
import { type Holder, holdersOf, type KnownInstances, namedHolder, shortId } from './holder.ts'

/** An attachment as Cinder keeps it, also while it is being made: it tells its mode and its own status. */
export type AttachmentRecord = {
  id: AttachmentId
  instanceId: InstanceId | null
  /** `reserved`, `attaching`, `attached`, `detaching`, `error_attaching`, …; clouds may name others. */
  status: string
  /** `rw` or `ro`; null until attached. */
  mode: string | null
  /** ms since the epoch. */
  attachedAt: number | null
}

/** A holder with what Cinder's own record of the attachment tells. */
export type AttachmentRow = Holder & { mode: string | null }

function stateOf({ status }: AttachmentRecord): Holder['state'] {
  if (status.startsWith('error')) return 'failed'
  if (status === 'detaching') return 'detaching'
  return status === 'attached' ? 'attached' : 'attaching'
}

/**
 * All attachments of a volume: those that the volume tells of, with the mode from Cinder's records, and those that only
 * the records know, since they are not made yet.
 */
export function attachmentRows(
  volume: Volume,
  records: readonly AttachmentRecord[],
  instances: KnownInstances,
  tasks: readonly AttachmentTask[],
): AttachmentRow[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const rows = holdersOf(volume, instances, tasks).map((holder) => ({
    ...holder,
    mode: byId.get(holder.key)?.mode ?? null,
  }))
  const known = new Set(rows.flatMap(({ key, instanceId }) => [key, instanceId ?? key]))
  const others = records.filter(
    ({ id, instanceId, status }) =>
      status !== 'attached' && !known.has(id) && !(instanceId && known.has(instanceId)),
  )
  return [
    ...rows,
    ...others.map((record) => ({
      ...namedHolder(record.instanceId, shortId(record.id), instances),
      key: record.id,
      instanceId: record.instanceId,
      device: null,
      hostName: null,
      attachedAt: record.attachedAt,
      state: stateOf(record),
      mode: record.mode,
    })),
  ]
}
