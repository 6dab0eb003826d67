import { z } from 'zod/mini'

import type { CloudScope, Reach } from '#src/model/cloud/workplace.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { InstanceId } from '#src/model/volume/volume.ts'

import { flag, needed, text, time } from './fields.ts'
import { ask } from './http.ts'
import { isRecord } from './json.ts'
import { allTenants, listOf, nextMarker, pageLinks, type Page } from './pages.ts'

/**
 * Gone through by hand: a thousand instances of a cluster have tens of thousands, which schemas of their own take long for. Null
 * where Nova does not say: it leaves the field out for an instance of a cell that does not answer
 * (nova/api/openstack/compute/views/servers.py, `_show_from_down_cell`, since 2.69).
 */
const volumesAttached = z.transform((told: unknown): string[] | null => {
  if (!Array.isArray(told)) return null
  return told.flatMap((one: unknown) =>
    isRecord(one) && typeof one.id === 'string' ? [one.id] : [],
  )
})

/** A server as Nova tells it: api-ref/source/servers.inc, "List Servers Detailed". */
const instanceSchema = z.pipe(
  z.object({
    id: needed,
    name: text,
    status: text,
    tenant_id: text,
    created: time,
    locked: flag,
    'OS-EXT-STS:task_state': text,
    'OS-EXT-AZ:availability_zone': text,
    'OS-EXT-SRV-ATTR:host': text,
    'os-extended-volumes:volumes_attached': volumesAttached,
  }),
  z.transform((told): Instance => ({
    id: told.id,
    name: told.name ?? '',
    status: told.status ?? 'UNKNOWN',
    taskState: told['OS-EXT-STS:task_state'],
    availabilityZone: told['OS-EXT-AZ:availability_zone'] || null,
    host: told['OS-EXT-SRV-ATTR:host'],
    locked: told.locked ?? false,
    volumeIds: told['os-extended-volumes:volumes_attached'],
    projectId: told.tenant_id,
    createdAt: told.created,
  })),
)

const instancePage = z.object({ servers: listOf(instanceSchema), servers_links: pageLinks })

/** A page of instances. */
export type InstancePage = Page<Instance>

/** One page of the project's instances. */
export async function listInstances(
  cloud: Reach,
  { marker, limit }: { marker?: string | undefined; limit?: number } = {},
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
  return { ...body.servers, next: nextMarker(body.servers_links) }
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
