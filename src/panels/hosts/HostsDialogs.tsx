import { type ComponentType, lazy, Suspense } from 'react'

import { useVolumeIndex } from '#src/parts/use-known-volumes.ts'

import type { HostDialogProps } from './dialog-props.ts'
import { useHostsDialog, useHostsSearch } from './hosts-navigation.ts'
import type { HostsSearch } from './hosts-search.ts'

const dialogs: Record<NonNullable<HostsSearch['dialog']>, ComponentType<HostDialogProps>> = {
  holders: lazy(() => import('./HoldersDialog.tsx').then((m) => ({ default: m.HoldersDialog }))),
  'fail-over': lazy(() =>
    import('./fail-over/FailOverDialog.tsx').then((m) => ({ default: m.FailOverDialog })),
  ),
}

/** The dialog that the address asks for. It stays open when the host no longer has the volume. */
export function HostsDialogs() {
  const { search } = useHostsSearch()
  const { close } = useHostsDialog()
  const { byId } = useVolumeIndex()
  const volume = search.volume === undefined ? undefined : byId.get(search.volume)
  if (search.dialog === undefined || volume === undefined) return null
  const Dialog = dialogs[search.dialog]
  return (
    <Suspense>
      <Dialog
        key={`${search.dialog} ${volume.id} ${search.instance}`}
        volume={volume}
        instanceId={search.instance}
        onClose={close}
      />
    </Suspense>
  )
}
