import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** What a table says of itself at its foot, such as how many rows it shows; read out when it changes. */
export function TableCount({ children }: { children: ReactNode }) {
  return (
    <Box
      role="status"
      sx={{
        px: 1.5,
        py: 0.75,
        fontSize: 12.5,
        color: 'text.secondary',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {children}
    </Box>
  )
}
