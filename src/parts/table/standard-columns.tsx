import type { TFunction } from 'i18next'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { count, gibibytes } from '#src/ui/formats.ts'
import type { Column } from '#src/ui/table/column.ts'
import { TimeText } from '#src/ui/TimeText.tsx'

/** How wide a column is, and what else sets it apart. */
type Look<Row> = Pick<Column<Row>, 'size'> &
  Partial<Pick<Column<Row>, 'label' | 'grow' | 'compare' | 'highestFirst' | 'exportLabel' | 'cell'>>

/** Shown where there is nothing to show. */
export const nothing = '–'

const timeOf = (at: number | null | undefined) => (at ? new Date(at) : null)

/** The columns that several tables have, and those of the usual kinds, with their usual heads. */
export function standardColumns<Row>(t: TFunction, language: string) {
  // Looked up once, and not for each cell.
  const [yes, no] = [t('yes'), t('no')]
  return {
    /** Names the row. It can't be hidden, and stays in sight when the table is scrolled sideways. */
    name: (
      value: (row: Row) => string,
      look: Look<Row> & Pick<Column<Row>, 'cell'>,
    ): Column<Row> => ({
      id: 'name',
      label: t('columns.name'),
      value,
      hideable: false,
      isName: true,
      ...look,
    }),

    /** A text, or nothing. */
    text: (
      id: string,
      label: string,
      value: (row: Row) => string | null | undefined,
      look: Look<Row>,
    ): Column<Row> => ({
      id,
      label,
      value: (row) => value(row) || null,
      cell: (row) => value(row) || nothing,
      ...look,
    }),

    /** A yes or a no. */
    yesNo: (
      id: string,
      label: string,
      value: (row: Row) => boolean,
      look: Look<Row>,
    ): Column<Row> => ({
      id,
      label,
      value,
      cell: (row) => (value(row) ? yes : no),
      ...look,
    }),

    /** How many there are of something. */
    count: (
      id: string,
      label: string,
      value: (row: Row) => number,
      look: Look<Row>,
    ): Column<Row> => ({
      id,
      label,
      value,
      cell: (row) => count(value(row), language),
      align: 'right',
      ...look,
    }),

    /** A size in GiB. */
    size: (sizeGiB: (row: Row) => number, look: Look<Row>): Column<Row> => ({
      id: 'size',
      label: t('columns.size'),
      exportLabel: t('columns.sizeGiB'),
      value: sizeGiB,
      cell: (row) => gibibytes(sizeGiB(row), language),
      align: 'right',
      ...look,
    }),

    /** A status: the cloud's own word is compared and exported, and `cell` says it in the user's language. */
    status: (
      value: (row: Row) => string,
      look: Look<Row> & Pick<Column<Row>, 'cell'>,
    ): Column<Row> => ({ id: 'status', label: t('columns.status'), value, ...look }),

    availabilityZone: (
      value: (row: Row) => string | null | undefined,
      look: Look<Row>,
    ): Column<Row> => ({
      id: 'availabilityZone',
      label: t('columns.availabilityZone'),
      value: (row) => value(row) ?? null,
      cell: (row) => value(row) || nothing,
      ...look,
    }),

    /** A time, in ms since 1970. */
    time: (
      id: string,
      label: string,
      at: (row: Row) => number | null | undefined,
      look: Look<Row>,
    ): Column<Row> => ({
      id,
      label,
      value: (row) => timeOf(at(row)),
      cell: (row) => <TimeText at={at(row) ?? null} />,
      ...look,
    }),

    /** When it was created, in ms since 1970. */
    created: (at: (row: Row) => number | null, look: Look<Row>): Column<Row> => ({
      id: 'created',
      label: t('columns.created'),
      value: (row) => timeOf(at(row)),
      cell: (row) => <TimeText at={at(row)} />,
      ...look,
    }),

    /** The row's menu of actions. It can't be hidden, and stays in sight at the end. */
    actions: (cell: (row: Row) => ReactNode, look: Look<Row>): Column<Row> => ({
      id: 'actions',
      label: t('columns.actions'),
      cell,
      hideable: false,
      staysAtEnd: true,
      ...look,
    }),
  }
}

/** Makes the columns of a table, with their usual heads and cells. */
export type StandardColumns<Row> = ReturnType<typeof standardColumns<Row>>

/** What makes the columns of a table of `Row`; the same object as long as the language is. */
export function useStandardColumns<Row>(): StandardColumns<Row> {
  const { t, i18n } = useTranslation('ui')
  return useMemo(() => standardColumns<Row>(t, i18n.language), [t, i18n.language])
}
