/**
 * How long an answer asks to wait before the next try, in ms; undefined where it does not. The header `Retry-After` has seconds or
 * a date (RFC 9110, 10.2.3), and a date is compared with the answer's own, since the browser's clock may be wrong.
 */
export function retryAfterIn(headers: Headers): number | undefined {
  const raw = headers.get('retry-after')?.trim()
  if (!raw) return undefined
  if (/^-?\d+(\.\d+)?$/.test(raw)) return Math.max(0, Number(raw) * 1000)
  const until = Date.parse(raw)
  if (Number.isNaN(until)) return undefined
  const answered = Date.parse(headers.get('date') ?? '')
  return Math.max(0, until - (Number.isNaN(answered) ? Date.now() : answered))
}
