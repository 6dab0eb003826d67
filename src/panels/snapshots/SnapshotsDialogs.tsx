import { lazy, Suspense } from 'react'

import type { Snapshot, SnapshotId } from '#src/model/snapshot/snapshot.ts'
import { useAsOpened } from '#src/parts/dialog/use-frozen.ts'

import { useSnapshotsDialog } from './snapshots-navigation.ts'
import type { SnapshotsDialog } from './snapshots-search.ts'

const DeleteSnapshotsDialog = lazy(() =>
  import('./DeleteSnapshotsDialog.tsx').then((m) => ({ default: m.DeleteSnapshotsDialog })),
)
const EditSnapshotDialog = lazy(() =>
  import('./EditSnapshotDialog.tsx').then((m) => ({ default: m.EditSnapshotDialog })),
)
const SnapshotMetadataDialog = lazy(() =>
  import('./SnapshotMetadataDialog.tsx').then((m) => ({ default: m.SnapshotMetadataDialog })),
)

const none: readonly Snapshot[] = []
const ignore = () => {}

type DialogsProps = {
  dialog: SnapshotsDialog | undefined
  /** The one that the dialog is about. */
  snapshot: Snapshot | undefined
  /** Those that are selected in the table. */
  chosen?: readonly Snapshot[]
  onDeleted?: (id: SnapshotId) => void
}

/** The dialog that the address asks for. */
export function SnapshotsDialogs(props: DialogsProps) {
  return (
    <Suspense>
      <OpenDialog key={props.dialog} {...props} />
    </Suspense>
  )
}

function OpenDialog({ dialog, snapshot, chosen = none, onDeleted = ignore }: DialogsProps) {
  const { close } = useSnapshotsDialog()
  const doomed = useAsOpened(snapshot ? [snapshot] : chosen)
  if (dialog === 'delete')
    return (
      doomed.length > 0 && (
        <DeleteSnapshotsDialog snapshots={doomed} onClose={close} onDeleted={onDeleted} />
      )
    )
  if (dialog === undefined || snapshot === undefined) return null
  const Dialog = dialog === 'edit' ? EditSnapshotDialog : SnapshotMetadataDialog
  return <Dialog snapshot={snapshot} onClose={close} />
}
