import Alert from '@mui/material/Alert'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import type { Volume, VolumeId } from '#src/model/volume.ts'
import { AllProjects } from '#src/parts/AllProjects.tsx'
import { AnotherProject } from '#src/parts/AnotherProject.tsx'
import { useAsOpened } from '#src/parts/as-opened.ts'
import { useSession } from '#src/queries/session.ts'
import { DialogNote } from '#src/ui/dialog-note.ts'

import { bulkDialogs } from './bulk-dialogs.ts'
import {
  AcceptTransferDialog,
  CreateVolumeDialog,
  DeleteVolumesDialog,
  ManageVolumeDialog,
} from './panel-dialogs.ts'
import { VolumeDialogs } from './VolumeDialogs.tsx'
import { useVolumesDialog } from './volumes-navigation.ts'
import { isBulkDialog, type VolumesSearch } from './volumes-search.ts'

type DialogsProps = {
  search: VolumesSearch
  volumes: readonly Volume[]
  /** Those that are selected in the table. */
  chosen: readonly Volume[]
  onDeleted: (id: VolumeId) => void
}

/** The dialog that the address asks for. */
export function VolumesDialogs(props: DialogsProps) {
  return (
    <Suspense>
      <OpenDialog key={props.search.dialog} {...props} />
    </Suspense>
  )
}

function OpenDialog({ search, volumes, chosen, onDeleted }: DialogsProps) {
  const { close } = useVolumesDialog()
  const volume = volumes.find(({ id }) => id === search.volume)
  const named = volume ? [volume] : []
  const about = useAsOpened(search.volume === undefined ? chosen : named)
  const { dialog } = search
  const { allProjects = false } = useSession()
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
    return <VolumeDialogs dialog={dialog} volume={volume} onClose={close} />
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

/** Says in which project a new volume will be. */
function InOwnProject() {
  const { t } = useTranslation('administration')
  const { project } = useSession()
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
      {t('another.inOwn', { own: project.name })}
    </Alert>
  )
}
