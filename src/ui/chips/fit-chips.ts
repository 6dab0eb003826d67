/**
 * How many chips fit into `available` px beside each other, `gap` px apart, with room for the `more` button behind
 * them unless all fit.
 */
export function fitChips(
  widths: readonly number[],
  available: number,
  { gap, more }: { gap: number; more: number },
): number {
  let used = 0
  let fitting = 0
  for (const [place, width] of widths.entries()) {
    used += width + (place > 0 ? gap : 0)
    const isLast = place === widths.length - 1
    if (used + (isLast ? 0 : gap + more) <= available) fitting = place + 1
    // No later chip can fit any more, so thousands of them cost nothing.
    if (used > available) break
  }
  return fitting
}
