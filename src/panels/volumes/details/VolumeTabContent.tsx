import { type ComponentType, lazy, Suspense } from 'react'

import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import type { VolumeTab } from '#src/panels/volumes/volumes-search.ts'

import { VolumeOverview } from './VolumeOverview.tsx'

/** The parts of a volume's page but the first; each is loaded when it is opened. */
const parts: Record<Exclude<VolumeTab, 'overview'>, ComponentType<{ details: VolumeDetails }>> = {
  attachments: lazy(() =>
    import('./VolumeAttachments.tsx').then((m) => ({ default: m.VolumeAttachments })),
  ),
  snapshots: lazy(() =>
    import('./VolumeSnapshots.tsx').then((m) => ({ default: m.VolumeSnapshots })),
  ),
  messages: lazy(() => import('./VolumeMessages.tsx').then((m) => ({ default: m.VolumeMessages }))),
  metadata: lazy(() => import('./VolumeMetadata.tsx').then((m) => ({ default: m.VolumeMetadata }))),
  json: lazy(() => import('./VolumeJson.tsx').then((m) => ({ default: m.VolumeJson }))),
}

/** The part of a volume's page that is open. */
export function VolumeTabContent({ tab, details }: { tab: VolumeTab; details: VolumeDetails }) {
  if (tab === 'overview') return <VolumeOverview details={details} />
  const Part = parts[tab]
  return (
    <Suspense>
      <Part details={details} />
    </Suspense>
  )
}
