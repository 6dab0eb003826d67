/** How far the server's clock is ahead of the browser's, in ms. */
let ahead = 0

/** Reads the server's time off one of its answers. */
export function noteServerTime({ headers }: Response): void {
  const told = Date.parse(headers.get('date') ?? '')
  // The header has whole seconds, so less than two say nothing.
  if (Number.isFinite(told)) ahead = Math.abs(told - Date.now()) < 2000 ? 0 : told - Date.now()
}

/** The time by the server's clock, in ms since 1970: what the cloud says is compared with this, not with the browser's time. */
export const serverNow = (): number => Date.now() + ahead
