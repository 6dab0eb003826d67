import type { Usage } from '#src/model/volume/quota.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { newSizeOf } from '#src/panels/volumes/change/extend-form.ts'

/** How several volumes are to grow: each by so many GiB, or all to a size. */
export type Growth = { how: 'by' | 'to'; typed: string }

/** The size, in GiB, that a volume is to have; undefined where what is typed is no size, or does not make it larger. */
export function grownSize({ how, typed }: Growth, { sizeGiB }: Pick<Volume, 'sizeGiB'>) {
  const typedSize = newSizeOf(typed)
  if (typedSize === undefined) return undefined
  const size = how === 'by' ? sizeGiB + typedSize : typedSize
  return size > sizeGiB ? size : undefined
}

/** How many GiB that takes in all. */
export const addedBy = (growth: Growth, volumes: readonly Pick<Volume, 'sizeGiB'>[]): number =>
  volumes.reduce((sum, one) => sum + (grownSize(growth, one) ?? one.sizeGiB) - one.sizeGiB, 0)

/** Whether the project's quota does not allow it. */
export const isOverQuota = (added: number, quota: Usage | undefined): boolean =>
  quota !== undefined && quota.limit >= 0 && quota.used + added > quota.limit
