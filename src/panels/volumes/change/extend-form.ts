import type { Usage } from '#src/model/volume/quota.ts'

/** What is wrong with a new size. */
export type NewSizeProblem = { kind: 'sizeMore' } | { kind: 'overQuota'; most: number }

/** A size as typed, as a whole number of GiB; undefined where it is none. */
export const newSizeOf = (typed: string): number | undefined =>
  /^[1-9]\d*$/.test(typed.trim()) ? Number(typed) : undefined

/** What is wrong with the size that a volume of `sizeGiB` is to have, or undefined. */
export function newSizeProblem(
  newSize: number | undefined,
  { sizeGiB, quota }: { sizeGiB: number; quota: Usage | undefined },
): NewSizeProblem | undefined {
  if (newSize === undefined || newSize <= sizeGiB) return { kind: 'sizeMore' }
  if (quota === undefined || quota.limit < 0) return undefined
  const most = sizeGiB + Math.max(0, quota.limit - quota.used)
  return newSize > most ? { kind: 'overQuota', most } : undefined
}
