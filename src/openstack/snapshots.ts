import { z } from 'zod'

import { type Capabilities, microversionFor } from '#src/model/microversion.ts'
import type { Snapshot } from '#src/model/source.ts'

import { ask } from './http.ts'
import { nextMarker, pageLinks } from './pages.ts'

const snapshotList = z.object({
  snapshots_links: pageLinks,
  snapshots: z.array(
    z
      .object({
        id: z.string(),
        name: z.string().nullish(),
        status: z.string(),
        size: z.number().nullish(),
        volume_id: z.string(),
      })
      .transform((told): Snapshot => ({
        id: told.id,
        name: told.name ?? '',
        status: told.status,
        sizeGiB: told.size ?? 0,
        volumeId: told.volume_id,
      })),
  ),
})

/** All snapshots of the project. */
export async function listSnapshots(
  cloud: Capabilities,
  signal?: AbortSignal,
): Promise<Snapshot[]> {
  const snapshots: Snapshot[] = []
  let marker: string | undefined
  do {
    const { body } = await ask(
      {
        service: 'volume',
        path: '/snapshots',
        query: { marker },
        microversion: microversionFor(cloud, 'volume'),
        ...(signal && { signal }),
      },
      snapshotList,
    )
    snapshots.push(...body.snapshots)
    marker = nextMarker(body.snapshots_links)
  } while (marker !== undefined)
  return snapshots
}
