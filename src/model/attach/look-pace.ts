/** The shortest and the longest time between two looks at a volume that is changing, in ms. */
const shortestMs = 60
const longestMs = 3_000
/** Of the usual duration, how much passes before the first look. */
const firstLookAt = 0.9

/**
 * How long to wait before the next look at a volume, in ms, `elapsedMs` after the change began. The waits grow with
 * the time passed, so that the end is noticed late by a fixed share of the whole and the number of looks grows with its
 * logarithm only. Where it is known how long such a change usually takes, the first look comes shortly before that.
 */
export function nextLookAfter(elapsedMs: number, usualMs?: number): number {
  const firstMs = usualMs === undefined ? 0 : Math.min(usualMs * firstLookAt, 30_000)
  if (elapsedMs < firstMs) return Math.max(shortestMs, firstMs - elapsedMs)
  const grown = (elapsedMs - firstMs) * 0.4
  return Math.min(longestMs, Math.max(shortestMs, grown))
}
