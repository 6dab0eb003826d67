import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** The frame around a page's table and what stands below it; it takes the room that is left. Without `shown` it waits unseen. */
export const TableFrame = ({ shown, children }: { shown: boolean; children: ReactNode }) => (
  <Box
    sx={{
      display: shown ? 'flex' : 'none',
      flexDirection: 'column',
      flex: 1,
      minHeight: 200,
      minWidth: 0,
      border: 1,
      borderColor: 'divider',
      borderRadius: 1,
      bgcolor: 'background.paper',
    }}
  >
    {children}
  </Box>
)
