import { Suspense } from 'react'

import type { Volume } from '#src/model/volume.ts'
import { AnotherProject } from '#src/parts/AnotherProject.tsx'
import { useSession } from '#src/queries/session.ts'
import { DialogNote } from '#src/ui/dialog-note.ts'

import { volumeDialogs } from './volume-dialogs.ts'
import { isAdminDialog, isVolumeDialog, type VolumesSearch } from './volumes-search.ts'

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
  const { allProjects = false } = useSession()
  if (dialog === undefined || volume === undefined || !isVolumeDialog(dialog)) return null
  if (isAdminDialog(dialog) && !allProjects) return null
  const Dialog = volumeDialogs[dialog]
  return (
    <DialogNote value={<AnotherProject things={[volume]} />}>
      <Suspense>
        <Dialog volume={volume} onClose={onClose} />
      </Suspense>
    </DialogNote>
  )
}
