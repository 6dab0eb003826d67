import { z } from 'zod/mini'

import { type Listed, noFlaws } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { VolumeGroup } from '#src/model/volume/volume-group.ts'
import { needed, text } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { allTenants, pageOf } from '#src/openstack/http/pagination.ts'

const groupSchema = z.pipe(
  z.object({ id: needed, name: text, description: text, status: text }),
  z.transform((raw): VolumeGroup => ({
    id: raw.id,
    name: raw.name ?? '',
    description: raw.description ?? '',
    status: raw.status ?? '',
  })),
)

/** Cinder names the links of this list in the singular: cinder/api/v3/views/groups.py, `_list_view`. */
const groupPage = pageOf('groups', groupSchema, ['group_links'])

/** All groups of the project's volumes; none where the cloud has no such list (before 3.13). */
export async function listGroups(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Listed<VolumeGroup>> {
  if (!speaks(cloud, 'volume', '3.13')) return { items: [], ...noFlaws }
  return cinder(cloud).all('/groups/detail', groupPage, {
    query: { all_tenants: allTenants(cloud) },
    signal,
  })
}
