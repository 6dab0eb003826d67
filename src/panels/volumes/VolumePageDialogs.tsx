import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'

import type { Volume } from '#src/model/volume.ts'
import { AnotherProject } from '#src/parts/AnotherProject.tsx'
import { useVolumesPath } from '#src/parts/volumes-path.ts'
import { DialogNote } from '#src/ui/dialog-note.ts'

import { VolumeDialogs } from './VolumeDialogs.tsx'
import { useVolumesDialog, useVolumesSearch } from './volumes-navigation.ts'

const DeleteVolumesDialog = lazy(() =>
  import('./DeleteVolumesDialog.tsx').then((m) => ({ default: m.DeleteVolumesDialog })),
)

/** The dialog that the address of a volume's page asks for. */
export function VolumePageDialogs({ volume }: { volume: Volume }) {
  const { search } = useVolumesSearch()
  const { close } = useVolumesDialog()
  const navigate = useNavigate()
  const table = useVolumesPath()
  const deleted = useRef(false)
  if (search.dialog !== 'delete')
    return <VolumeDialogs dialog={search.dialog} volume={volume} onClose={close} />
  return (
    <DialogNote value={<AnotherProject things={[volume]} />}>
      <Suspense>
        <DeleteVolumesDialog
          volumes={[volume]}
          onDeleted={() => {
            deleted.current = true
          }}
          // The page of a volume that goes is no place to stay.
          onClose={() => (deleted.current ? void navigate({ to: table }) : close())}
        />
      </Suspense>
    </DialogNote>
  )
}
