/** The value that as many are below as above. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value that a share of all values, from 0 to 1, doesn't exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const ms = (time: number): string => `${time.toFixed(time < 10 ? 1 : 0)} ms`
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`
export const MB = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const printLine = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`)

/** Prints a table as Markdown has it. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const cells of [head, head.map(() => '---'), ...rows]) printLine(cells)
}
