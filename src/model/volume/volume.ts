import type { ProjectId } from '#src/model/cloud/session.ts'

/** Cinder's id of a volume. */
export type VolumeId = string
/** Cinder's id of one attachment of a volume. */
export type AttachmentId = string
/** Nova's id of an instance. */
export type InstanceId = string

/** The statuses that we know something about; the cloud may name others. */
export type KnownVolumeStatus =
  | 'creating'
  | 'available'
  | 'reserved'
  | 'attaching'
  | 'detaching'
  | 'in-use'
  | 'maintenance'
  | 'deleting'
  | 'awaiting-transfer'
  | 'error'
  | 'error_deleting'
  | 'error_managing'
  | 'managing'
  | 'backing-up'
  | 'restoring-backup'
  | 'error_backing-up'
  | 'error_restoring'
  | 'error_extending'
  | 'downloading'
  | 'uploading'
  | 'retyping'
  | 'extending'
  | 'reverting'
  | 'unmanaging'

export type VolumeStatus = KnownVolumeStatus | (string & {})

/** One attachment of a volume, as Cinder tells it with the volume. */
export type VolumeAttachment = {
  id: AttachmentId
  /** None where a host rather than an instance holds the volume. */
  instanceId: InstanceId | null
  device: string | null
  /** Compute host; returned to administrators only. */
  hostName: string | null
  /** ms since the epoch. */
  attachedAt: number | null
}

export type Volume = {
  id: VolumeId
  /** Empty where the volume has none. */
  name: string
  description: string
  sizeGiB: number
  status: VolumeStatus
  /** Name of the volume type; null where it has none. */
  typeName: string | null
  availabilityZone: string | null
  bootable: boolean
  encrypted: boolean
  /** Whether more than one instance may hold it at a time: Cinder's `multiattach`. */
  shareable: boolean
  attachments: readonly VolumeAttachment[]
  /** ms since the epoch. */
  createdAt: number | null
  /** ms since the epoch, in whole seconds. */
  updatedAt: number | null
  projectId: ProjectId | null
  /** Back end's host and pool; returned to administrators only. */
  host: string | null
  /** State of a migration to another back end, or result of the last; null for none or unknown. */
  migrationStatus: string | null
  snapshotId: string | null
  sourceVolumeId: VolumeId | null
  groupId: string | null
  metadata: Readonly<Record<string, string>>
  /** What it took over from the image that it was made of, or was given later; null where it has none. */
  imageMetadata: Readonly<Record<string, string>> | null
}

/** Statuses that the cloud leaves by itself, so that a volume in one is worth watching. */
const passing: ReadonlySet<string> = new Set([
  'creating',
  'reserved',
  'attaching',
  'detaching',
  'deleting',
  'managing',
  'backing-up',
  'restoring-backup',
  'downloading',
  'uploading',
  'retyping',
  'extending',
  'reverting',
  'unmanaging',
])

/** Whether the cloud is at work on the volume and its status will change by itself. */
export const isChangingStatus = (status: VolumeStatus): boolean => passing.has(status)

/** Whether the cloud is at work on the volume. */
export const isChanging = ({ status }: Pick<Volume, 'status'>): boolean => isChangingStatus(status)

/** Statuses of a move that goes on: cinder/volume/api.py, AVAILABLE_MIGRATION_STATUS has the others. */
const moving: ReadonlySet<string> = new Set(['starting', 'migrating', 'completing'])

/** Whether the volume's data is being migrated; its status may look idle during that. */
export const isMigrating = ({ migrationStatus }: Pick<Volume, 'migrationStatus'>): boolean =>
  migrationStatus !== null && moving.has(migrationStatus)

/** Whether the volume or its last change failed. */
export const isFaulty = ({ status }: Pick<Volume, 'status'>): boolean => status.startsWith('error')

/** The volume's name, or, as Horizon does, its id where it has none. */
export const nameOf = ({ name, id }: Pick<Volume, 'name' | 'id'>): string => name || id

/** Whether more than one attachment holds the volume. */
export const isShared = ({ attachments }: Pick<Volume, 'attachments'>): boolean =>
  attachments.length > 1

/** The attachment by which `instanceId` holds the volume. */
export const attachmentOf = (
  { attachments }: Pick<Volume, 'attachments'>,
  instanceId: InstanceId,
): VolumeAttachment | undefined =>
  attachments.find((attachment) => attachment.instanceId === instanceId)
