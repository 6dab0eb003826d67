import Box from '@mui/material/Box'

/** At rest and fine, at work, wrong, unusual, or nothing special. */
export type Tone = 'neutral' | 'good' | 'busy' | 'bad' | 'warn'

const colours: Record<Tone, string> = {
  neutral: 'info.main',
  good: 'success.main',
  busy: 'warning.main',
  bad: 'error.main',
  warn: 'warning.main',
}

/** A status in words, with a dot in its tone; the dot breathes while something is at work. */
export function StatusChip({ tone, label }: { tone: Tone; label: string }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, minWidth: 0 }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{
          width: 8,
          height: 8,
          flexShrink: 0,
          borderRadius: '50%',
          bgcolor: colours[tone],
          '@keyframes breathe': { '50%': { opacity: 0.25 } },
          '@media (prefers-reduced-motion: no-preference)': {
            animation: tone === 'busy' ? 'breathe 1.4s ease-in-out infinite' : 'none',
          },
        }}
      />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {label}
      </Box>
    </Box>
  )
}
