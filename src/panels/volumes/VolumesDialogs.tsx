import { lazy, Suspense } from 'react'

import type { Volume, VolumeId } from '#src/model/volume.ts'
import { useAsOpened } from '#src/parts/as-opened.ts'

import { bulkDialogs } from './bulk-dialogs.ts'
import { VolumeDialogs } from './VolumeDialogs.tsx'
import { useVolumesDialog } from './volumes-navigation.ts'
import { isBulkDialog, type VolumesSearch } from './volumes-search.ts'

const CreateVolumeDialog = lazy(() =>
  import('./CreateVolumeDialog.tsx').then((m) => ({ default: m.CreateVolumeDialog })),
)
const AcceptTransferDialog = lazy(() =>
  import('./AcceptTransferDialog.tsx').then((m) => ({ default: m.AcceptTransferDialog })),
)
const DeleteVolumesDialog = lazy(() =>
  import('./DeleteVolumesDialog.tsx').then((m) => ({ default: m.DeleteVolumesDialog })),
)

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
  if (dialog === undefined) return null
  if (dialog === 'create')
    return <CreateVolumeDialog source={search.source} from={search.from} onClose={close} />
  if (dialog === 'accept-transfer') return <AcceptTransferDialog onClose={close} />
  if (dialog !== 'delete' && !isBulkDialog(dialog))
    return <VolumeDialogs dialog={dialog} volume={volume} onClose={close} />
  if (about.length === 0) return null
  if (dialog === 'delete')
    return <DeleteVolumesDialog volumes={about} onClose={close} onDeleted={onDeleted} />
  const Dialog = bulkDialogs[dialog]
  return <Dialog volumes={about} onClose={close} />
}
