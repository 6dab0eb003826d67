import { z } from 'zod/mini'

import { type Listed, noFlaws } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import type { Reach } from '#src/model/cloud/workplace.ts'
import type { VolumeGroup } from '#src/model/volume/volume-group.ts'

import { needed, text } from './fields.ts'
import { ask } from './http.ts'
import { allPages, allTenants, listOf, nextMarker, pageLinks } from './pages.ts'

const groupSchema = z.pipe(
  z.object({ id: needed, name: text, description: text, status: text }),
  z.transform((told): VolumeGroup => ({
    id: told.id,
    name: told.name ?? '',
    description: told.description ?? '',
    status: told.status ?? '',
  })),
)

/** Cinder names the links of this list by the singular: cinder/api/v3/views/groups.py, `_list_view`. */
const groupPage = z.object({ group_links: pageLinks, groups: listOf(groupSchema) })

/** All groups of the project's volumes; none where the cloud has no such list (before 3.13). */
export async function listGroups(cloud: Reach, signal?: AbortSignal): Promise<Listed<VolumeGroup>> {
  if (!speaks(cloud, 'volume', '3.13')) return { items: [], ...noFlaws }
  return allPages(async (marker) => {
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
    return { ...body.groups, next: nextMarker(body.group_links) }
  })
}
