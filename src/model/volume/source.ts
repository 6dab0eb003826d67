/** An image that a volume can be made from. */
export type Image = {
  id: string
  name: string
  status: string
  /** Bytes of the file; null where Glance does not know yet. */
  sizeBytes: number | null
  /** Bytes of the disk in the file, which can be larger; null where Glance does not say. */
  virtualSizeBytes: number | null
  /** The least volume that it fits on, in GiB; 0 where none is asked for. */
  minDiskGiB: number
  diskFormat: string | null
}

const bytesPerGiB = 1024 ** 3

/**
 * The least volume, in GiB, that an image fits on. Cinder checks the file's size and `min_disk` when it is asked, and the disk's
 * size only once it has accepted (cinder/image/image_utils.py, `check_virtual_size`).
 */
export const leastSizeForImage = ({ sizeBytes, virtualSizeBytes, minDiskGiB }: Image): number =>
  Math.max(1, minDiskGiB, Math.ceil(Math.max(sizeBytes ?? 0, virtualSizeBytes ?? 0) / bytesPerGiB))
