import { Suspense } from 'react'

import type { Volume } from '#src/model/volume.ts'

import { volumeDialogs } from './volume-dialogs.ts'
import { isVolumeDialog, type VolumesSearch } from './volumes-search.ts'

/** The dialog about one volume that the address asks for, if it does. */
export function VolumeDialogs({
  dialog,
  volume,
  onClose,
}: {
  dialog: VolumesSearch['dialog']
  volume: Volume | undefined
  onClose: () => void
}) {
  if (dialog === undefined || volume === undefined || !isVolumeDialog(dialog)) return null
  const Dialog = volumeDialogs[dialog]
  return (
    <Suspense>
      <Dialog volume={volume} onClose={onClose} />
    </Suspense>
  )
}
