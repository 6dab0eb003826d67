import { z } from 'zod/mini'

import { speaks } from '#src/model/microversion.ts'
import type { VolumeGroup } from '#src/model/volume-group.ts'
import type { Reach } from '#src/model/workplace.ts'

import { ask } from './http.ts'
import { allTenants, nextMarker, pageLinks } from './pages.ts'

/** Cinder names the links of this list by the singular: cinder/api/v3/views/groups.py, `_list_view`. */
const groupPage = z.object({
  group_links: pageLinks,
  groups: z.array(
    z.pipe(
      z.object({
        id: z.string(),
        name: z.nullish(z.string()),
        description: z.nullish(z.string()),
        status: z.nullish(z.string()),
      }),
      z.transform((told): VolumeGroup => ({
        id: told.id,
        name: told.name ?? '',
        description: told.description ?? '',
        status: told.status ?? '',
      })),
    ),
  ),
})

/** All groups of the project's volumes; none where the cloud has no such list (before 3.13). */
export async function listGroups(cloud: Reach, signal?: AbortSignal): Promise<VolumeGroup[]> {
  if (!speaks(cloud, 'volume', '3.13')) return []
  const groups: VolumeGroup[] = []
  let marker: string | undefined
  do {
    const { body } = await ask(
      {
        cloud,
        service: 'volume',
        path: '/groups/detail',
        query: { all_tenants: allTenants(cloud), marker },
        ...(signal && { signal }),
      },
      groupPage,
    )
    groups.push(...body.groups)
    marker = nextMarker(body.group_links)
  } while (marker !== undefined)
  return groups
}
