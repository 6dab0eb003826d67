import type { Caller } from '#mocks/cloud/identity/caller.ts'
import { fixedUuid, newUuid } from '#mocks/cloud/ids.ts'
import { notFound } from '#mocks/cloud/refusal.ts'
import { Table } from '#mocks/cloud/table.ts'

import { Usage, type QuotaSet } from './quotas.ts'

/** A process of Cinder's; `host` of a back end is `host@backend`. */
export type StorageService = {
  binary: 'cinder-volume' | 'cinder-scheduler' | 'cinder-backup'
  host: string
}

/** A volume as Cinder's database holds it. Times in ms since the epoch, sizes in GiB. */
export type Volume = {
  id: string
  projectId: string
  userId: string
  name: string | null
  description: string | null
  size: number
  status: string
  attachStatus: 'attached' | 'attaching' | 'reserved' | 'detached'
  typeId: string
  multiattach: boolean
  bootable: boolean
  encrypted: boolean
  metadata: Record<string, string>
  /** What Cinder notes itself and shows among the metadata: `readonly`, `attached_mode`. */
  adminMetadata: Record<string, string>
  imageMetadata: Record<string, string> | null
  snapshotId: string | null
  sourceVolumeId: string | null
  availabilityZone: string
  /** Back end and pool, `host@backend#pool`; null until one is found. */
  host: string | null
  migrationStatus: string | null
  /** The group that it belongs to. */
  groupId: string | null
  createdAt: number
  updatedAt: number | null
}

export type AttachmentStatus = 'reserved' | 'attaching' | 'attached'

/** One hold of one instance (or host) on a volume, as Cinder's database has it. */
export type Attachment = {
  id: string
  /** The volume's project. */
  projectId: string
  volumeId: string
  instanceId: string | null
  hostName: string | null
  mountpoint: string | null
  status: AttachmentStatus
  mode: string | null
  connected: boolean
  attachedAt: number | null
  createdAt: number
}

export type Encryption = {
  id: string
  provider: string
  cipher: string | null
  keySize: number | null
  controlLocation: string
  createdAt: number
}

export type VolumeType = {
  id: string
  /** Volume types belong to no project; the table wants one. */
  projectId: ''
  name: string
  description: string | null
  isPublic: boolean
  extraSpecs: Record<string, string>
  encryption: Encryption | null
  /** Projects that may use a private type. */
  access: Set<string>
  createdAt: number
}

export type Snapshot = {
  id: string
  projectId: string
  userId: string
  volumeId: string
  typeId: string
  name: string | null
  description: string | null
  status: string
  size: number
  metadata: Record<string, string>
  createdAt: number
  updatedAt: number | null
}

/** What Cinder tells a user about something that went wrong after the request was accepted. */
export type Message = {
  id: string
  projectId: string
  eventId: string
  text: string
  level: 'ERROR'
  requestId: string
  resourceType: string
  resourceId: string
  createdAt: number
}

export type Backup = {
  id: string
  projectId: string
  userId: string
  volumeId: string
  name: string | null
  description: string | null
  status: string
  failReason: string | null
  size: number
  /** The container that was asked for. */
  container: string | null
  /** The backup that an incremental one builds on. */
  parentId: string | null
  metadata: Record<string, string>
  /** The volume that it was last restored to. */
  restoredTo: string | null
  createdAt: number
  updatedAt: number | null
}

export type Transfer = {
  id: string
  /** The project that gives. */
  projectId: string
  volumeId: string
  name: string | null
  /** Whether the volume goes without its snapshots. */
  noSnapshots: boolean
  authKey: string
  createdAt: number
}

/** What volumes of a group have in common; only the one that Cinder makes itself is `default_cgsnapshot_type`. */
export type GroupType = { id: string; name: string; description: string | null; isPublic: boolean }

/** Volumes that belong together. */
export type Group = {
  id: string
  projectId: string
  name: string | null
  description: string | null
  status: string
  groupTypeId: string
  /** The types that its volumes may be of. */
  typeIds: readonly string[]
  availabilityZone: string
  createdAt: number
}

/** Something on a back end that Cinder does not manage. Size in GiB. */
export type Unmanaged = {
  /** `host@backend#pool`. */
  pool: string
  name: string
  id: string
  size: number
}

const none: readonly Attachment[] = []

/** All that Cinder holds, with what is needed to find it quickly. */
export class BlockStorage {
  readonly volumes = new Table<Volume>()
  readonly attachments = new Table<Attachment>()
  readonly types = new Table<VolumeType>()
  readonly snapshots = new Table<Snapshot>()
  readonly messages = new Table<Message>()
  readonly transfers = new Table<Transfer>()
  readonly backups = new Table<Backup>()
  /** Whether a service for backups runs. */
  hasBackupService = false
  readonly groups = new Table<Group>()
  readonly groupTypes: GroupType[] = [
    {
      id: fixedUuid('group type default_cgsnapshot_type'),
      name: 'default_cgsnapshot_type',
      description: 'Default group type for migrating cgsnapshot',
      isPublic: true,
    },
  ]
  /** What is on back ends besides volumes. */
  readonly unmanaged: Unmanaged[] = []
  /** What is out of use, and why. */
  readonly disabledServices = new Map<StorageService, string | null>()
  /** Back ends of which nothing is to be changed. */
  readonly frozenHosts = new Set<string>()
  /** Project id → its limits, where they are not the defaults. */
  readonly quotas = new Map<string, QuotaSet>()
  /** Project id → limits that hold in the place of its own while somebody tries out what happens then. */
  readonly heldTo = new Map<string, QuotaSet>()
  /** Class → its limits; those of `default` hold for projects without limits of their own. */
  readonly quotaClasses = new Map<string, QuotaSet>()
  readonly usage = new Usage()
  /** Project id → the type that its volumes get when none is named. */
  readonly defaultTypes = new Map<string, string>()
  defaultTypeName = 'standard'
  private readonly byVolume = new Map<string, Attachment[]>()
  private readonly snapshotsByVolume = new Map<string, Set<Snapshot>>()

  addVolume(volume: Volume): Volume {
    this.usage.addVolume(volume.projectId, volume.typeId, volume.size)
    return this.volumes.add(volume)
  }

  deleteVolume(volume: Volume) {
    if (this.volumes.get(volume.id) !== volume) return
    this.usage.removeVolume(volume.projectId, volume.typeId, volume.size)
    this.volumes.delete(volume)
    for (const attachment of this.attachmentsOf(volume.id)) this.attachments.delete(attachment)
    this.byVolume.delete(volume.id)
  }

  /** A volume that the caller can see, or the 404. */
  volumeFor(caller: Caller, id: string): Volume {
    const volume = this.volumes.get(id)
    if (!volume || (!caller.isAdmin && volume.projectId !== caller.projectId))
      throw notFound('Volume', id)
    return volume
  }

  /** A group that the caller can see, or the 404. */
  groupFor(caller: Caller, id: string): Group {
    const group = this.groups.get(id)
    if (!group || (!caller.isAdmin && group.projectId !== caller.projectId))
      throw notFound('Group', id)
    return group
  }

  /** The attachments of a volume in the order of their ids, as Cinder lists them. */
  attachmentsOf(volumeId: string): readonly Attachment[] {
    return this.byVolume.get(volumeId) ?? none
  }

  addAttachment(attachment: Attachment): Attachment {
    const others = this.byVolume.get(attachment.volumeId) ?? []
    let low = 0
    let high = others.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((others[middle]?.id ?? '') < attachment.id) low = middle + 1
      else high = middle
    }
    others.splice(low, 0, attachment)
    this.byVolume.set(attachment.volumeId, others)
    return this.attachments.add(attachment)
  }

  deleteAttachment(attachment: Attachment) {
    this.attachments.delete(attachment)
    const others = this.byVolume.get(attachment.volumeId)
    const place = others?.indexOf(attachment) ?? -1
    if (place >= 0) others?.splice(place, 1)
  }

  addSnapshot(snapshot: Snapshot): Snapshot {
    const others = this.snapshotsByVolume.get(snapshot.volumeId) ?? new Set()
    this.snapshotsByVolume.set(snapshot.volumeId, others.add(snapshot))
    this.usage.addSnapshot(snapshot.projectId, snapshot.typeId, snapshot.size)
    return this.snapshots.add(snapshot)
  }

  deleteSnapshot(snapshot: Snapshot) {
    if (this.snapshots.get(snapshot.id) !== snapshot) return
    this.snapshotsByVolume.get(snapshot.volumeId)?.delete(snapshot)
    this.usage.removeSnapshot(snapshot.projectId, snapshot.typeId, snapshot.size)
    this.snapshots.delete(snapshot)
  }

  /** Gives a snapshot to another project, with the room that it takes. */
  moveSnapshot(snapshot: Snapshot, projectId: string, userId: string) {
    this.usage.removeSnapshot(snapshot.projectId, snapshot.typeId, snapshot.size)
    this.usage.addSnapshot(projectId, snapshot.typeId, snapshot.size)
    this.snapshots.move(snapshot, projectId)
    snapshot.userId = userId
  }

  snapshotsOf(volumeId: string): Snapshot[] {
    return [...(this.snapshotsByVolume.get(volumeId) ?? [])]
  }

  /** The volume's type; one is never deleted while a volume is of it. */
  typeOf(volume: { typeId: string }): VolumeType | undefined {
    return this.types.get(volume.typeId)
  }

  tell(message: Omit<Message, 'id'>): Message {
    return this.messages.add({ ...message, id: newUuid() })
  }
}
