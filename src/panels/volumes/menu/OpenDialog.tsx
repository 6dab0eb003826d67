import Alert from '@mui/material/Alert'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { Volume, VolumeId } from '#src/model/volume/volume.ts'
import { useVolumesDialog, useVolumesSearch } from '#src/panels/volumes/volumes-navigation.ts'
import {
  isAdminDialog,
  isBulkDialog,
  isVolumeDialog,
  type VolumesDialog,
  type VolumesSearch,
} from '#src/panels/volumes/volumes-search.ts'
import { AllProjects } from '#src/parts/AllProjects.tsx'
import { AnotherProject } from '#src/parts/dialog/AnotherProject.tsx'
import { useAsOpened } from '#src/parts/dialog/use-frozen.ts'
import { useVolumesPath } from '#src/parts/use-volumes-path.ts'
import { useScope } from '#src/queries/session.ts'
import { DialogNote } from '#src/ui/dialog/dialog-note.ts'

import {
  AcceptTransferDialog,
  bulkDialogs,
  CreateVolumeDialog,
  DeleteVolumesDialog,
  ManageVolumeDialog,
  volumeDialogs,
} from './dialogs.ts'

type DialogsProps = {
  search: VolumesSearch
  volumes: readonly Volume[]
  /** Those that are selected in the table. */
  chosen: readonly Volume[]
  onDeleted: (id: VolumeId) => void
}

/** The dialog that the address of the table asks for. */
export function TableDialog(props: DialogsProps) {
  return (
    <Suspense>
      <PanelDialog key={props.search.dialog} {...props} />
    </Suspense>
  )
}

function PanelDialog({ search, volumes, chosen, onDeleted }: DialogsProps) {
  const { close } = useVolumesDialog()
  const volume = volumes.find(({ id }) => id === search.volume)
  const named = volume ? [volume] : []
  const about = useAsOpened(search.volume === undefined ? chosen : named)
  const { dialog } = search
  const { allProjects = false } = useScope()
  if (dialog === undefined) return null
  if (dialog === 'create')
    return (
      <DialogNote value={allProjects && <InOwnProject />}>
        {/* What it is made from is the project's own, too. */}
        <AllProjects value={false}>
          <CreateVolumeDialog source={search.source} from={search.from} onClose={close} />
        </AllProjects>
      </DialogNote>
    )
  if (dialog === 'manage')
    return (
      allProjects && (
        <DialogNote value={<InOwnProject />}>
          <ManageVolumeDialog onClose={close} />
        </DialogNote>
      )
    )
  if (dialog === 'accept-transfer') return <AcceptTransferDialog onClose={close} />
  if (dialog !== 'delete' && !isBulkDialog(dialog))
    return <OneVolumeDialog dialog={dialog} volume={volume} onClose={close} />
  if (about.length === 0) return null
  const note = <AnotherProject things={about} />
  if (dialog === 'delete')
    return (
      <DialogNote value={note}>
        <DeleteVolumesDialog volumes={about} onClose={close} onDeleted={onDeleted} />
      </DialogNote>
    )
  const Dialog = bulkDialogs[dialog]
  return (
    <DialogNote value={note}>
      <Dialog volumes={about} onClose={close} />
    </DialogNote>
  )
}

/** The dialog that the address of a volume's page asks for. */
export function PageDialog({ volume }: { volume: Volume }) {
  const { search } = useVolumesSearch()
  const { close } = useVolumesDialog()
  const navigate = useNavigate()
  const table = useVolumesPath()
  const deleted = useRef(false)
  return (
    <Suspense>
      {search.dialog === 'delete' ? (
        <DialogNote value={<AnotherProject things={[volume]} />}>
          <DeleteVolumesDialog
            volumes={[volume]}
            onDeleted={() => {
              deleted.current = true
            }}
            // Once the volume is deleted, its page has nothing to show.
            onClose={() => (deleted.current ? void navigate({ to: table }) : close())}
          />
        </DialogNote>
      ) : (
        <OneVolumeDialog dialog={search.dialog} volume={volume} onClose={close} />
      )}
    </Suspense>
  )
}

function OneVolumeDialog({
  dialog,
  volume,
  onClose,
}: {
  dialog: VolumesDialog | undefined
  volume: Volume | undefined
  onClose: () => void
}) {
  const { allProjects = false } = useScope()
  if (dialog === undefined || volume === undefined || !isVolumeDialog(dialog)) return null
  if (isAdminDialog(dialog) && !allProjects) return null
  const Dialog = volumeDialogs[dialog]
  return (
    <DialogNote value={<AnotherProject things={[volume]} />}>
      <Dialog volume={volume} onClose={onClose} />
    </DialogNote>
  )
}

/** Says in which project a new volume will be. */
function InOwnProject() {
  const { t } = useTranslation('administration')
  const { project } = useScope()
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
      {t('another.inOwn', { own: project.name })}
    </Alert>
  )
}
