import type { Volume } from './volume.ts'

/** What Cinder tells of a volume beyond what tables show. Null where it does not tell. */
export type MoreOfVolume = {
  userId: string | null
  /** Id of the volume type (from 3.63), also where the type was deleted. */
  typeId: string | null
  /** The image that the volume was made from. */
  imageId: string | null
  imageName: string | null
  replicationStatus: string | null
  consistencyGroupId: string | null
  /** Cluster of the back end; returned to administrators only. */
  clusterName: string | null
  /** The back end's id of the volume; returned to administrators only. */
  providerId: string | null
  serviceId: string | null
  consumesQuota: boolean | null
}

/** A volume with all that the cloud says of it. */
export type VolumeDetails = {
  volume: Volume
  more: MoreOfVolume
  /** The cloud's own answer, as it came. */
  raw: unknown
}
