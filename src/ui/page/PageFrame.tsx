import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** What every panel's page stands in: one thing below the other, in all the room that there is. */
export const PageFrame = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'flex',
      flexDirection: 'column',
      gap: 1.5,
      flex: 1,
      minHeight: 0,
      minWidth: 0,
    }}
  >
    {children}
  </Box>
)
