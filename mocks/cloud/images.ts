import type { Caller } from '#mocks/cloud/identity/caller.ts'

import { Table } from './table.ts'

/** An image as Glance holds it. Times in ms since the epoch. */
export type Image = {
  id: string
  /** The project that owns it. */
  projectId: string
  name: string | null
  status: string
  visibility: 'public' | 'private' | 'shared' | 'community'
  diskFormat: string
  containerFormat: string
  /** Bytes; null while there are none yet. */
  size: number | null
  /** GiB */
  minDisk: number
  /** MiB */
  minRam: number
  checksum: string | null
  hash: string | null
  isProtected: boolean
  /** Further properties, such as `os_distro`. */
  properties: Record<string, string>
  createdAt: number
  updatedAt: number
}

/** All that Glance holds. */
export class Images {
  readonly images = new Table<Image>()

  visibleTo(caller: Caller, image: Image): boolean {
    return caller.isAdmin || image.visibility === 'public' || image.projectId === caller.projectId
  }

  /** An image that the caller can see. */
  imageFor(caller: Caller, id: string): Image | undefined {
    const image = this.images.get(id)
    return image && this.visibleTo(caller, image) ? image : undefined
  }
}

/** What a volume remembers of the image that it was made from. */
export const imageMetadataOf = (image: Image): Record<string, string> => ({
  signature_verified: 'False',
  ...image.properties,
  image_id: image.id,
  image_name: image.name ?? '',
  checksum: image.checksum ?? '',
  container_format: image.containerFormat,
  disk_format: image.diskFormat,
  min_disk: String(image.minDisk),
  min_ram: String(image.minRam),
  size: String(image.size ?? 0),
})
