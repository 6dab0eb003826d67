import type { CellValue, Column } from './column.ts'

/**
 * What a spreadsheet would take for a formula: https://owasp.org/www-community/attacks/CSV_Injection. Blanks in front, and the
 * wide forms of the signs, do not keep every spreadsheet from it.
 */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

const harmless = (text: string) => (formula.test(text) ? `'${text}` : text)

const quoted = (text: string) =>
  /[",;\r\n]|^\s|\s$|^'/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function csvCell(value: CellValue, words: { yes: string; no: string }): string {
  if (value === null) return ''
  // A number is no formula, even where it is negative.
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return quoted(value ? words.yes : words.no)
  if (value instanceof Date) return value.toISOString()
  return quoted(harmless(typeof value === 'string' ? value : value.join('; ')))
}

/** A column as it is exported. */
export type ExportColumn<Row> = {
  id: string
  /** Its head. */
  label: string
  value: (row: Row) => CellValue
}

/** The columns that are exported: those that hold values and are not hidden. */
export const exportColumns = <Row>(
  columns: readonly Column<Row>[],
  hidden: readonly string[],
): ExportColumn<Row>[] =>
  columns.flatMap(({ id, label, exportLabel = label, value }) =>
    value === undefined || hidden.includes(id) ? [] : [{ id, label: exportLabel, value }],
  )

/**
 * Rows as comma-separated values (RFC 4180), with heads and, for the spreadsheets that would otherwise take it for another
 * encoding, a byte order mark. No cell is taken for a formula.
 */
export function csvOf<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  words: { yes: string; no: string },
): string {
  const lines = [
    columns.map(({ label }) => csvCell(label, words)),
    ...rows.map((row) => columns.map(({ value }) => csvCell(value(row), words))),
  ]
  return `\ufeff${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`
}

/** Rows as a JSON list of objects, whose names are the ids of the columns. */
export const jsonOf = <Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map(({ id, value }) => [id, value(row)]))),
    null,
    2,
  )
