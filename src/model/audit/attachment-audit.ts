import type { AttachmentRecord } from '#src/model/attach/attachment-record.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { AttachmentId, InstanceId, Volume, VolumeId } from '#src/model/volume/volume.ts'

import type { AuditVerdict } from './audit-verdict.ts'

/** An attachment as Cinder keeps it, with the volume that it is of. */
export type CinderAttachment = AttachmentRecord & { volumeId: VolumeId }

/** A volume that an instance has, as Nova keeps it: a block device. */
export type NovaDevice = {
  instanceId: InstanceId
  volumeId: VolumeId
  /** Name in the guest, such as `/dev/vdb`. */
  device: string | null
  /** Cinder's attachment that it stands on; null where Nova does not tell it (before 2.89) or has none. */
  attachmentId: AttachmentId | null
}

/** What both services say, of all projects. */
export type AuditCloud = {
  volumes: ReadonlyMap<VolumeId, Volume>
  attachments: ReadonlyMap<AttachmentId, CinderAttachment>
  /** Those that Nova lists; one that was deleted is not among them. */
  instances: ReadonlyMap<InstanceId, Instance>
  /** Of instances that were asked one by one: what they have, with the ids of the attachments. */
  devices: ReadonlyMap<InstanceId, readonly NovaDevice[]>
  untold: Untold
}

/** What the services have but did not list readably. Nothing is concluded from its absence. */
export type Untold = {
  /** Listed, and could not be read. */
  volumes: ReadonlySet<VolumeId>
  instances: ReadonlySet<InstanceId>
  /** Whether there may be more than what was listed. */
  moreVolumes: boolean
  moreInstances: boolean
  moreAttachments: boolean
}

/** Complete lists. */
export const nothingUntold: Untold = {
  volumes: new Set(),
  instances: new Set(),
  moreVolumes: false,
  moreInstances: false,
  moreAttachments: false,
}

/** An attachment of Cinder's, a device of Nova's that has none, or a volume whose status is wrong; each with its verdict. */
export type AuditRow = {
  /** Id of the attachment, or what stands for it; the same at each reading. */
  id: string
  /** What it is about: a volume's status has no attachment of its own. */
  about: 'attachment' | 'device' | 'volume'
  verdict: AuditVerdict
  volumeId: VolumeId
  /** Undefined where Cinder does not list it. */
  volume: Volume | undefined
  instanceId: InstanceId | null
  instance: Instance | undefined
  attachment: CinderAttachment | undefined
  /** What Nova has for the pair; its attachment is known where the instance was asked by itself. */
  device: NovaDevice | undefined
  /** Whether the instance was asked by itself, so that the pair is compared by the attachment's id. */
  exact: boolean
  /** What the volume's status is to be by its attachments. */
  expectedStatus: SettledStatus
  /** Since when it is known to be so, at the latest; ms since the epoch. */
  since: number | null
}

/** The status that attachments give a volume: cinder/objects/volume.py, `finish_detach`. */
export type SettledStatus = 'available' | 'reserved' | 'attaching' | 'in-use'

const passingStatuses: ReadonlySet<string> = new Set(['reserved', 'attaching', 'detaching'])

/** Whether a volume or an attachment leaves this status by itself, when all goes well. */
export const isPassingStatus = (status: string): boolean => passingStatuses.has(status)

/** The status that a volume with these attachments ought to have. */
export function settledStatus(records: readonly Pick<CinderAttachment, 'status'>[]): SettledStatus {
  const statuses = new Set(records.map(({ status }) => status))
  if (statuses.has('attached') || statuses.has('detaching')) return 'in-use'
  if (statuses.has('attaching')) return 'attaching'
  return statuses.has('reserved') ? 'reserved' : 'available'
}

/** How the comparison is made. */
export type AuditOptions = {
  /** ms since the epoch. */
  now: number
  /** From when on what passes counts as stuck, in ms. */
  stuckAfterMs: number
}

const pairOf = (instanceId: InstanceId, volumeId: VolumeId) => `${instanceId}/${volumeId}`

/** The id of the row about a volume's status. */
export const volumeRowId = (volumeId: VolumeId): string => `volume/${volumeId}`

function grouped<T>(
  things: Iterable<T>,
  keyOf: (thing: T) => string | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [thing])
    else group.push(thing)
  }
  return groups
}

/** All that the instances have by Nova: from the instance itself where it was asked, else from the list of instances. */
function* devicesOf({ instances, devices }: AuditCloud): Generator<NovaDevice> {
  for (const { id, volumeIds } of instances.values()) {
    const exact = devices.get(id)
    if (exact !== undefined) yield* exact
    else
      for (const volumeId of volumeIds ?? [])
        yield { instanceId: id, volumeId, device: null, attachmentId: null }
  }
}

/** One comparison of both services, with what is looked up again and again. */
class Comparison {
  private readonly cloud: AuditCloud
  private readonly options: AuditOptions
  private readonly recordsOfVolume: Map<VolumeId, CinderAttachment[]>
  private readonly recordsOfPair: Map<string, CinderAttachment[]>
  private readonly devicesOfPair: Map<string, NovaDevice[]>
  private readonly settled = new Map<VolumeId, SettledStatus>()

  constructor(cloud: AuditCloud, options: AuditOptions) {
    this.cloud = cloud
    this.options = options
    const records = [...cloud.attachments.values()]
    this.recordsOfVolume = grouped(records, ({ volumeId }) => volumeId)
    this.recordsOfPair = grouped(records, ({ instanceId, volumeId }) =>
      instanceId === null ? undefined : pairOf(instanceId, volumeId),
    )
    this.devicesOfPair = grouped(devicesOf(cloud), ({ instanceId, volumeId }) =>
      pairOf(instanceId, volumeId),
    )
  }

  rows(): AuditRow[] {
    const pairs = [...this.attachmentRows(), ...this.deviceRows()]
    // What is wrong with a pair, or passing, is settled first: the volume's status follows from it.
    const unsettled = new Set(
      pairs.flatMap(({ verdict, volumeId }) => (verdict === 'agreed' ? [] : [volumeId])),
    )
    return [...pairs, ...this.volumeRows(unsettled)]
  }

  private *attachmentRows(): Generator<AuditRow> {
    for (const record of this.cloud.attachments.values()) {
      const { id, volumeId, instanceId } = record
      const device = this.deviceFor(record)
      const row = this.row(id, 'attachment', volumeId, instanceId, { attachment: record, device })
      const verdict = this.verdictOn(record)
      const passes = verdict === 'stuck' || verdict === 'under-way'
      yield { ...row, verdict, since: passes ? this.passingSince(record) : row.since }
    }
  }

  private *deviceRows(): Generator<AuditRow> {
    for (const devices of this.devicesOfPair.values())
      for (const [place, device] of devices.entries()) {
        if (this.hasRecord(device)) continue
        const { instanceId, volumeId } = device
        // Not by Nova's attachment, which is known only after a second look.
        const id = `${pairOf(instanceId, volumeId)}/${place === 0 ? '' : place}`
        const row = this.row(id, 'device', volumeId, instanceId, { device })
        // Nova notes the device before Cinder has the attachment, and for longest while the instance is built.
        const comes =
          row.instance?.status === 'BUILD' ||
          (isPassingStatus(row.volume?.status ?? '') && !this.isLong(this.touched(volumeId)))
        // The attachment may be among those that could not be read.
        const missing = this.cloud.untold.moreAttachments ? 'not-told' : 'only-in-nova'
        yield { ...row, verdict: comes ? 'under-way' : missing }
      }
  }

  private *volumeRows(unsettled: ReadonlySet<VolumeId>): Generator<AuditRow> {
    if (this.cloud.untold.moreAttachments) return
    for (const { id, status } of this.cloud.volumes.values()) {
      if (unsettled.has(id)) continue
      const held = (this.recordsOfVolume.get(id) ?? []).length
      const row = this.row(volumeRowId(id), 'volume', id, null, {})
      if (isPassingStatus(status)) {
        if (this.isLong(this.touched(id))) yield { ...row, verdict: 'stuck' }
        continue
      }
      // Of a record in a status that is not known nothing follows.
      const isHeld = row.expectedStatus === 'in-use'
      if (status === 'available' ? isHeld : status === 'in-use' && held === 0)
        yield { ...row, verdict: 'status-contradicts' }
    }
  }

  private verdictOn(record: CinderAttachment): AuditVerdict {
    const { id, status, volumeId, instanceId } = record
    const isPassing = isPassingStatus(status)
    if (isPassing && !this.isLong(this.passingSince(record))) return 'under-way'
    // A host that holds a volume without an instance is none of Nova's.
    if (instanceId === null) return isPassing ? 'stuck' : 'agreed'
    if (this.isUntold(record, instanceId)) return 'not-told'
    if (!this.cloud.instances.has(instanceId)) return 'instance-gone'
    const volume = this.cloud.volumes.get(volumeId)
    const isDetaching = volume?.status === 'detaching'
    const detachesLong = isDetaching && this.isLong(this.touched(volumeId))
    const pair = pairOf(instanceId, volumeId)
    const devices = this.devicesOfPair.get(pair) ?? []
    if (devices.length === 0) {
      if (isPassing) return 'stuck'
      return isDetaching && !detachesLong ? 'under-way' : 'only-in-cinder'
    }
    const settled = (this.recordsOfPair.get(pair) ?? []).filter(
      (one) => one.id === id || !isPassingStatus(one.status) || this.isLong(this.passingSince(one)),
    )
    if (settled.length > 1) return 'duplicate'
    if (devices.every(({ attachmentId }) => attachmentId !== null && attachmentId !== id))
      return 'only-in-cinder'
    if (isPassing) return 'stuck'
    const isOnly = this.recordsOfVolume.get(volumeId)?.length === 1
    return detachesLong && isOnly ? 'stuck' : 'agreed'
  }

  /** Whether the lists leave open what the instance has, or what the volume is. */
  private isUntold({ volumeId }: CinderAttachment, instanceId: InstanceId): boolean {
    const { volumes, instances, devices, untold } = this.cloud
    const volumeUntold =
      !volumes.has(volumeId) && (untold.moreVolumes || untold.volumes.has(volumeId))
    if (volumeUntold) return true
    const instance = instances.get(instanceId)
    if (instance === undefined) return untold.moreInstances || untold.instances.has(instanceId)
    return instance.volumeIds === null && !devices.has(instanceId)
  }

  /** Nova's device for a record: the one that stands on it, else one that may. */
  private deviceFor({ id, instanceId, volumeId }: CinderAttachment): NovaDevice | undefined {
    if (instanceId === null) return undefined
    const devices = this.devicesOfPair.get(pairOf(instanceId, volumeId)) ?? []
    return devices.find(({ attachmentId }) => attachmentId === id) ?? devices.at(0)
  }

  private hasRecord({ instanceId, volumeId, attachmentId }: NovaDevice): boolean {
    const records = this.recordsOfPair.get(pairOf(instanceId, volumeId)) ?? []
    return attachmentId === null
      ? records.length > 0
      : records.some(({ id }) => id === attachmentId)
  }

  /** Cinder tells no time of a reservation; but it has changed the volume then, or later. */
  private passingSince({ status, attachedAt, volumeId }: CinderAttachment): number | null {
    const own = isPassingStatus(status) ? attachedAt : null
    return own ?? this.touched(volumeId)
  }

  private touched(volumeId: VolumeId): number | null {
    const volume = this.cloud.volumes.get(volumeId)
    return volume?.updatedAt ?? volume?.createdAt ?? null
  }

  /** Found once for a volume, however many hold it. */
  private expected(volumeId: VolumeId): SettledStatus {
    const known = this.settled.get(volumeId)
    if (known !== undefined) return known
    const status = settledStatus(this.recordsOfVolume.get(volumeId) ?? [])
    this.settled.set(volumeId, status)
    return status
  }

  private isLong(since: number | null): boolean {
    const { now, stuckAfterMs } = this.options
    return since !== null && now - since > stuckAfterMs
  }

  private row(
    id: string,
    about: AuditRow['about'],
    volumeId: VolumeId,
    instanceId: InstanceId | null,
    given: { attachment?: CinderAttachment; device?: NovaDevice | undefined },
  ): AuditRow {
    return {
      id,
      about,
      verdict: 'agreed',
      volumeId,
      volume: this.cloud.volumes.get(volumeId),
      instanceId,
      instance: instanceId === null ? undefined : this.cloud.instances.get(instanceId),
      attachment: given.attachment,
      device: given.device,
      exact: instanceId !== null && this.cloud.devices.has(instanceId),
      expectedStatus: this.expected(volumeId),
      since: given.attachment?.attachedAt ?? this.touched(volumeId),
    }
  }
}

/**
 * Compares what Cinder and Nova say. Every attachment of Cinder's is in exactly one row, every device of Nova's that no
 * attachment stands for in one more, and a volume whose status is wrong, though all its attachments are right, in another.
 * Pairs are compared by volume and instance, and by the attachment's id where the instance was asked by itself.
 */
export const auditOf = (cloud: AuditCloud, options: AuditOptions): AuditRow[] =>
  new Comparison(cloud, options).rows()
