import { type ComponentType, lazy, Suspense } from 'react'

import type { VolumeDetails } from '#src/model/volume-details.ts'

import { VolumeOverview } from './VolumeOverview.tsx'
import type { VolumeTab } from './volumes-search.ts'

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
