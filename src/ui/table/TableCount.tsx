import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** What a table says of itself at its foot, such as how many rows it shows; read out when it changes. */
export function TableCount({
  beside,
  children,
}: {
  /** What stands at the other end of the line. */
  beside?: ReactNode
  children: ReactNode
}) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        // Room for a small button, so that nothing moves when there is one.
        minHeight: 36,
        px: 1.5,
        py: 0.25,
        fontSize: 12.5,
        color: 'text.secondary',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <span role="status">{children}</span>
      {beside}
    </Box>
  )
}
