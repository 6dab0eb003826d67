import { saveTextFile } from '#src/ui/save-file.ts'
import { type Column, sortRows, type TableSorting } from '#src/ui/table/column.ts'
import { csvOf, type ExportColumn, exportColumns, jsonOf } from '#src/ui/table/table-export.ts'

/** What a table shows: its visible columns and rows, in its order. */
export type ShownTable<Row> = {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  hidden: readonly string[]
  sorting: TableSorting | undefined
}

/** The name of a file without its date, and columns that the table does not have. */
export type ExportedAs<Row> = { fileName: string; besides: readonly ExportColumn<Row>[] }

/** Has the browser save what a table shows. `words` stand for yes and no in a CSV file. */
export function saveTable<Row>(
  { rows, columns, hidden, sorting }: ShownTable<Row>,
  { fileName, besides }: ExportedAs<Row>,
  ending: 'csv' | 'json',
  words: { yes: string; no: string },
): void {
  const contents = [...exportColumns(columns, hidden), ...besides]
  const sorted = sortRows(rows, columns, sorting)
  const day = new Date().toISOString().slice(0, 10)
  const name = `${fileName.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}-${day}.${ending}`
  if (ending === 'csv') saveTextFile(name, csvOf(contents, sorted, words), 'text/csv')
  else saveTextFile(name, jsonOf(contents, sorted), 'application/json')
}
