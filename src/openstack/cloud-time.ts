/**
 * Reads a time of the cloud as ms since the epoch. Cinder and Nova give UTC without saying so
 * ("2026-11-23T20:08:44.000000"), Nova elsewhere with a Z. Null where there is none, or none that can be read.
 */
export function parseCloudTime(text: string | null | undefined): number | null {
  if (!text) return null
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`
  const time = Date.parse(zoned)
  return Number.isNaN(time) ? null : time
}
