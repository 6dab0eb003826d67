import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

/** What stands where nothing is: what would be here, and the way to it. */
export function EmptyState({
  title,
  text,
  action,
}: {
  title: string
  text: string
  action?: ReactNode
}) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, px: 2, py: 8 }}>
      <Typography variant="h6" component="p">
        {title}
      </Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 480, textAlign: 'center' }}>
        {text}
      </Typography>
      {action}
    </Box>
  )
}
