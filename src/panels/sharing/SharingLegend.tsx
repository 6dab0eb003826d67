import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import { markLook } from '#src/ui/matrix/matrix-look.ts'

const marks = [
  ['on', 'attached'],
  ['gap', 'gap'],
  ['busy', 'busy'],
  ['bad', 'failed'],
  ['blocked', 'blocked'],
] as const

/** What the marks of the matrix mean. */
export function SharingLegend() {
  const { t } = useTranslation('sharing')
  return (
    <Box
      component="ul"
      sx={{
        ...markLook,
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 0.5,
        fontSize: 12.5,
        color: 'text.secondary',
      }}
    >
      {marks.map(([mark, meaning]) => (
        <Box component="li" key={mark} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box sx={{ width: 22, height: 22, flexShrink: 0 }}>
            <span data-mark={mark} aria-hidden />
          </Box>
          {t(`legend.${meaning}`)}
        </Box>
      ))}
    </Box>
  )
}
