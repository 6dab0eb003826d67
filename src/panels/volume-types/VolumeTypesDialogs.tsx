import { lazy, Suspense } from 'react'

import type { TypeFacts } from '#src/model/volume-type/type-facts.ts'
import { useAsOpened } from '#src/parts/dialog/use-frozen.ts'

import { typeDialogs } from './type-dialogs.ts'
import { useVolumeTypesDialog } from './volume-types-navigation.ts'
import type { VolumeTypesDialog } from './volume-types-search.ts'

const CreateTypeDialog = lazy(() =>
  import('./dialogs/CreateTypeDialog.tsx').then((m) => ({ default: m.CreateTypeDialog })),
)
const DeleteTypesDialog = lazy(() =>
  import('./dialogs/DeleteTypesDialog.tsx').then((m) => ({ default: m.DeleteTypesDialog })),
)

type DialogsProps = {
  dialog: VolumeTypesDialog | undefined
  /** The one that the dialog is about. */
  type: TypeFacts | undefined
  /** Those that are selected in the table. */
  chosen: readonly TypeFacts[]
  onDeleted: (id: string) => void
}

/** The dialog that the address asks for. */
export function VolumeTypesDialogs(props: DialogsProps) {
  return (
    <Suspense>
      <OpenDialog key={`${props.dialog} ${props.type?.id}`} {...props} />
    </Suspense>
  )
}

function OpenDialog({ dialog, type, chosen, onDeleted }: DialogsProps) {
  const { close } = useVolumeTypesDialog()
  const doomed = useAsOpened(type ? [type] : chosen)
  if (dialog === 'create') return <CreateTypeDialog onClose={close} />
  if (dialog === 'delete')
    return (
      doomed.length > 0 && (
        <DeleteTypesDialog types={doomed} onClose={close} onDeleted={onDeleted} />
      )
    )
  if (dialog === undefined || type === undefined) return null
  const Dialog = typeDialogs[dialog]
  return <Dialog type={type} onClose={close} />
}
