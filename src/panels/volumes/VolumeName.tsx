import Typography from '@mui/material/Typography'

import { nameOf, type Volume } from '#src/model/volume/volume.ts'

/** Which volume a dialog is about. */
export function VolumeName({ volume }: { volume: Pick<Volume, 'id' | 'name'> }) {
  return (
    <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
      <bdi>{nameOf(volume)}</bdi>
    </Typography>
  )
}
