import { lazy, Suspense } from 'react'

import type { Volume, VolumeId } from '#src/model/volume.ts'

import { DeleteVolumesDialog } from './DeleteVolumesDialog.tsx'
import { VolumeDialogs } from './VolumeDialogs.tsx'
import { useVolumesDialog } from './volumes-navigation.ts'
import type { VolumesSearch } from './volumes-search.ts'

const CreateVolumeDialog = lazy(() =>
  import('./CreateVolumeDialog.tsx').then((m) => ({ default: m.CreateVolumeDialog })),
)
const AcceptTransferDialog = lazy(() =>
  import('./AcceptTransferDialog.tsx').then((m) => ({ default: m.AcceptTransferDialog })),
)

type DialogsProps = {
  search: VolumesSearch
  volumes: readonly Volume[]
  /** Those that are selected in the table. */
  chosen: readonly Volume[]
  onDeleted: (ids: ReadonlySet<VolumeId>) => void
}

/** The dialog that the address asks for. */
export function VolumesDialogs(props: DialogsProps) {
  return (
    <Suspense>
      <OpenDialog {...props} />
    </Suspense>
  )
}

function OpenDialog({ search, volumes, chosen, onDeleted }: DialogsProps) {
  const { close } = useVolumesDialog()
  const volume = volumes.find(({ id }) => id === search.volume)
  switch (search.dialog) {
    case 'create':
      return <CreateVolumeDialog source={search.source} from={search.from} onClose={close} />
    case 'accept-transfer':
      return <AcceptTransferDialog onClose={close} />
    case 'delete': {
      const doomed = volume ? [volume] : chosen
      return (
        doomed.length > 0 && (
          <DeleteVolumesDialog volumes={doomed} onClose={close} onDeleted={onDeleted} />
        )
      )
    }
    default:
      return <VolumeDialogs dialog={search.dialog} volume={volume} onClose={close} />
  }
}
