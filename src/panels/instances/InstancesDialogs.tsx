import { type ComponentType, lazy, Suspense } from 'react'

import type { Instance } from '#src/model/instance/instance.ts'
import type { InstanceId } from '#src/model/volume/volume.ts'

import type { InstanceDialogProps } from './dialog-props.ts'
import { useInstancesDialog } from './instances-navigation.ts'
import type { InstancesDialog, InstancesSearch } from './instances-search.ts'

const dialogs: Record<InstancesDialog, ComponentType<InstanceDialogProps>> = {
  attach: lazy(() =>
    import('./AttachVolumeDialog.tsx').then((m) => ({ default: m.AttachVolumeDialog })),
  ),
  detach: lazy(() =>
    import('./DetachVolumeDialog.tsx').then((m) => ({ default: m.DetachVolumeDialog })),
  ),
  volumes: lazy(() =>
    import('./InstanceVolumesDialog.tsx').then((m) => ({ default: m.InstanceVolumesDialog })),
  ),
}

/** The dialog that the address asks for. */
export function InstancesDialogs({
  search,
  instances,
}: {
  search: InstancesSearch
  instances: ReadonlyMap<InstanceId, Instance> | undefined
}) {
  const { close } = useInstancesDialog()
  const instance = search.instance === undefined ? undefined : instances?.get(search.instance)
  if (search.dialog === undefined || instance === undefined) return null
  const Dialog = dialogs[search.dialog]
  return (
    <Suspense>
      <Dialog
        key={`${search.dialog} ${instance.id}`}
        instance={instance}
        volumeId={search.volume}
        onClose={close}
      />
    </Suspense>
  )
}
