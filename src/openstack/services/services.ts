import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { CloudService } from '#src/model/services/cloud-service.ts'
import { flag, needed, text, time } from '#src/openstack/http/fields.ts'
import { cinder, nova } from '#src/openstack/http/http.ts'
import { pageOf } from '#src/openstack/http/pagination.ts'

/** A service as Cinder and Nova tell it; Nova's id is a number before 2.53. */
const serviceSchema = z.pipe(
  z.object({
    id: text,
    binary: needed,
    host: needed,
    zone: text,
    status: text,
    state: text,
    forced_down: flag,
    updated_at: time,
    disabled_reason: text,
  }),
  z.transform((raw): CloudService => ({
    id: raw.id ?? `${raw.binary} ${raw.host}`,
    binary: raw.binary,
    host: raw.host,
    zone: raw.zone,
    status: raw.status ?? '',
    state: raw.state ?? '',
    forcedDown: raw.forced_down,
    updatedAt: raw.updated_at,
    disabledReason: raw.disabled_reason || null,
  })),
)

const servicePage = pageOf('services', serviceSchema)

/**
 * The processes that Cinder consists of: back ends, schedulers, backup services.
 * @throws ApiError of kind `forbidden` for others than administrators (volume_extension:services:index)
 */
export const listVolumeServices = (
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Listed<CloudService>> => cinder(cloud).list('/os-services', servicePage, { signal })

/**
 * The compute hosts, as the services that run on them.
 * @throws ApiError of kind `forbidden` for others than administrators (os_compute_api:os-services:list)
 */
export const listComputeServices = (
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Listed<CloudService>> =>
  nova(cloud).list('/os-services', servicePage, { query: { binary: 'nova-compute' }, signal })

/** Enables or disables a Cinder service; `reason` applies to disabling only and may be empty. */
export type ServiceUse = { enabled: true } | { enabled: false; reason: string }

/** Takes a service of Cinder's into use, or out of it: cinder/api/contrib/services.py, `update`. */
export function setVolumeServiceUse(
  cloud: CloudScope,
  { binary, host }: Pick<CloudService, 'binary' | 'host'>,
  use: ServiceUse,
) {
  const reason = use.enabled ? '' : use.reason
  const action = reason === '' ? 'disable' : 'disable-log-reason'
  return cinder(cloud).send('PUT', `/os-services/${use.enabled ? 'enable' : action}`, {
    body: { binary, host, ...(reason !== '' && { disabled_reason: reason }) },
  })
}
