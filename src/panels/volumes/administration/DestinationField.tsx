import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

import type { Destination, DestinationDoubt } from '#src/model/volume/volume-administration.ts'
import { gibibytes } from '#src/ui/formats.ts'

/** The pool that a volume is to be moved to: those that nothing speaks against first. */
export function DestinationField({
  destinations,
  loading,
  value,
  onChange,
}: {
  destinations: readonly { pool: Destination; doubt: DestinationDoubt | undefined }[]
  loading: boolean
  value: string
  onChange: (host: string) => void
}) {
  const { t } = useTranslation('administration')
  const isEmpty = destinations.length === 0 && !loading
  return (
    <TextField
      select
      autoFocus
      label={t('migrate.destination')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="" disabled>
        {t(isEmpty ? 'migrate.none' : 'migrate.choose')}
      </MenuItem>
      {destinations.map(({ pool, doubt }) => (
        <MenuItem key={pool.name} value={pool.name}>
          <PoolText pool={pool} doubt={doubt} />
        </MenuItem>
      ))}
    </TextField>
  )
}

function PoolText({ pool, doubt }: { pool: Destination; doubt: DestinationDoubt | undefined }) {
  const { t, i18n } = useTranslation('administration')
  const inGiB = (size: number) => gibibytes(size, i18n.language)
  const doubtText = () => {
    switch (doubt?.kind) {
      case 'other-back-end':
        return t('migrate.doubts.other-back-end', { wanted: doubt.wanted })
      case 'too-small':
        return t('migrate.doubts.too-small', { free: inGiB(doubt.freeGiB) })
      case 'cannot-share':
        return t('migrate.doubts.cannot-share')
      default:
        return typeof pool.free === 'number' ? t('migrate.free', { free: inGiB(pool.free) }) : ''
    }
  }
  return (
    <Box sx={{ minWidth: 0, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      {pool.name}
      <Box
        component="span"
        sx={{ display: 'block', fontSize: 12, color: doubt ? 'warning.main' : 'text.secondary' }}
      >
        {doubtText()}
      </Box>
    </Box>
  )
}
