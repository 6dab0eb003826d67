import Alert from '@mui/material/Alert'

import type { Volume } from '#src/model/volume/volume.ts'

/** Says what a copy of a volume is worth while instances may be writing to it; nothing while none holds it. */
export function CopyWarning({
  volume,
  one,
  several,
}: {
  volume: Pick<Volume, 'attachments'>
  /** What to say while one holds it. */
  one: string
  /** What to say while several do. */
  several: string
}) {
  const { length } = volume.attachments
  if (length === 0) return null
  return (
    <Alert severity={length > 1 ? 'warning' : 'info'} variant="outlined">
      {length > 1 ? several : one}
    </Alert>
  )
}
