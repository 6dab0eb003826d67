import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'

/** Something that is known, with its name. */
export type Fact = { label: string; value: ReactNode }

/** A block of facts below a heading. */
export function FactList({ title, facts }: { title: string; facts: readonly Fact[] }) {
  const titleId = useId()
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ minWidth: 0 }}>
      <Typography
        id={titleId}
        variant="h6"
        component="h2"
        sx={{ pb: 0.5, mb: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        {title}
      </Typography>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(120px, 170px) minmax(0, 1fr)' },
          columnGap: 2,
          rowGap: { xs: 0, sm: 0.75 },
          m: 0,
        }}
      >
        {facts.map(({ label, value }) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {label}
            </Box>
            <Box
              component="dd"
              sx={{ m: 0, mb: { xs: 1, sm: 0 }, minWidth: 0, overflowWrap: 'anywhere' }}
            >
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
