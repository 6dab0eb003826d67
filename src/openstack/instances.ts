import { z } from 'zod/mini'

import type { Instance } from '#src/model/instance.ts'
import type { InstanceId } from '#src/model/volume.ts'
import type { CloudScope, Reach } from '#src/model/workplace.ts'

import { parseCloudTime } from './cloud-time.ts'
import { ask } from './http.ts'
import { allTenants, nextMarker, pageLinks } from './pages.ts'

const hasId = (one: unknown) =>
  typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string'

/** Checked as a whole: a thousand instances of a cluster have tens of thousands, which schemas of their own take long for. */
const volumesAttached = z.custom<{ id: string }[]>(
  (told) => Array.isArray(told) && told.every(hasId),
)

/** A server as Nova tells it: api-ref/source/servers.inc, "List Servers Detailed". */
const instanceSchema = z.pipe(
  z.object({
    id: z.string(),
    name: z.nullish(z.string()),
    status: z.string(),
    tenant_id: z.nullish(z.string()),
    created: z.nullish(z.string()),
    locked: z.nullish(z.boolean()),
    'OS-EXT-STS:task_state': z.nullish(z.string()),
    'OS-EXT-AZ:availability_zone': z.nullish(z.string()),
    'OS-EXT-SRV-ATTR:host': z.nullish(z.string()),
    'os-extended-volumes:volumes_attached': z.nullish(volumesAttached),
  }),
  z.transform((told): Instance => ({
    id: told.id,
    name: told.name ?? '',
    status: told.status,
    taskState: told['OS-EXT-STS:task_state'] ?? null,
    availabilityZone: told['OS-EXT-AZ:availability_zone'] || null,
    host: told['OS-EXT-SRV-ATTR:host'] ?? null,
    locked: told.locked ?? false,
    volumeIds: (told['os-extended-volumes:volumes_attached'] ?? []).map(({ id }) => id),
    projectId: told.tenant_id ?? null,
    createdAt: parseCloudTime(told.created),
  })),
)

const instancePage = z.object({ servers: z.array(instanceSchema), servers_links: pageLinks })

/** A page of instances; `next` marks the page after it. */
export type InstancePage = { instances: Instance[]; next?: string }

/** One page of the project's instances. */
export async function listInstances(
  cloud: Reach,
  { marker, limit }: { marker?: string; limit?: number } = {},
  signal?: AbortSignal,
): Promise<InstancePage> {
  const { body } = await ask(
    {
      cloud,
      service: 'compute',
      path: '/servers/detail',
      query: { all_tenants: allTenants(cloud), limit, marker },
      ...(signal && { signal }),
    },
    instancePage,
  )
  const next = nextMarker(body.servers_links)
  return { instances: body.servers, ...(next !== undefined && { next }) }
}

/** One instance as Nova answers for it. */
export const oneInstance = z.object({ server: instanceSchema })

/** The call for one instance. */
export const instanceCall = (cloud: CloudScope, id: InstanceId, signal?: AbortSignal) => ({
  cloud,
  service: 'compute' as const,
  path: `/servers/${encodeURIComponent(id)}`,
  ...(signal && { signal }),
})
