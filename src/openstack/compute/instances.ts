import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { InstanceId } from '#src/model/volume/volume.ts'
import { flag, needed, text, time } from '#src/openstack/http/fields.ts'
import { nova } from '#src/openstack/http/http.ts'
import { isRecord } from '#src/openstack/http/is-record.ts'
import { allTenants, type Page, pageOf } from '#src/openstack/http/pagination.ts'

/**
 * Gone through by hand: a thousand instances of a cluster have tens of thousands, which schemas of their own take long for. Null
 * where Nova does not say: it leaves the field out for an instance of a cell that does not answer
 * (nova/api/openstack/compute/views/servers.py, `_show_from_down_cell`, since 2.69).
 */
const volumesAttached = z.transform((raw: unknown): string[] | null => {
  if (!Array.isArray(raw)) return null
  return raw.flatMap((one: unknown) =>
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
  z.transform((raw): Instance => ({
    id: raw.id,
    name: raw.name ?? '',
    status: raw.status ?? 'UNKNOWN',
    taskState: raw['OS-EXT-STS:task_state'],
    availabilityZone: raw['OS-EXT-AZ:availability_zone'] || null,
    host: raw['OS-EXT-SRV-ATTR:host'],
    locked: raw.locked ?? false,
    volumeIds: raw['os-extended-volumes:volumes_attached'],
    projectId: raw.tenant_id,
    createdAt: raw.created,
  })),
)

const instancePage = pageOf('servers', instanceSchema)

/** A page of instances. */
export type InstancePage = Page<Instance>

/** One page of the project's instances. */
export const listInstances = (
  cloud: CloudScope,
  { marker, limit }: { marker?: string | undefined; limit?: number } = {},
  signal?: AbortSignal,
): Promise<InstancePage> =>
  nova(cloud).get('/servers/detail', instancePage, {
    query: { all_tenants: allTenants(cloud), limit, marker },
    signal,
  })

/** One instance as Nova answers for it. */
export const oneInstance = z.object({ server: instanceSchema })

/** The call for one instance. */
export const instanceCall = (cloud: CloudScope, id: InstanceId, signal?: AbortSignal) => ({
  cloud,
  service: 'compute' as const,
  path: `/servers/${encodeURIComponent(id)}`,
  signal,
})
