/** An image that a volume can be made from. */
export type Image = {
  id: string
  name: string
  status: string
  /** Bytes; null where Glance does not know yet. */
  sizeBytes: number | null
  /** The least volume that it fits on, in GiB; 0 where none is asked for. */
  minDiskGiB: number
  diskFormat: string | null
}

const bytesPerGiB = 1024 ** 3

/** The least volume, in GiB, that an image fits on. */
export const leastSizeForImage = ({ sizeBytes, minDiskGiB }: Image): number =>
  Math.max(1, minDiskGiB, Math.ceil((sizeBytes ?? 0) / bytesPerGiB))
