import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactNode } from 'react'

/** A table of a few rows, drawn whole; without sorting and selection. */
export function PlainTable({
  label,
  heads,
  rows,
}: {
  /** Its accessible name. */
  label: string
  heads: readonly string[]
  /** `name`: the row's accessible name, where what is in it does not name it. */
  rows: readonly { key: string; name?: string; cells: readonly ReactNode[] }[]
}) {
  return (
    <TableContainer
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {heads.map((head) => (
              <TableCell key={head} sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, name, cells }) => (
            <TableRow
              key={key}
              {...(name !== undefined && { 'aria-label': name })}
              sx={{ '&:last-child td': { border: 0 } }}
            >
              {cells.map((cell, place) => (
                <TableCell
                  key={heads[place]}
                  sx={{ overflowWrap: 'anywhere', verticalAlign: 'top', minWidth: 96 }}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
