import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/workplace.ts'
import type { CloudService } from '#src/model/services/cloud-service.ts'

import { flag, needed, text, time } from './fields.ts'
import { ask, tell } from './http.ts'
import { listOf } from './pages.ts'

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
  z.transform((told): CloudService => ({
    id: told.id ?? `${told.binary} ${told.host}`,
    binary: told.binary,
    host: told.host,
    zone: told.zone,
    status: told.status ?? '',
    state: told.state ?? '',
    forcedDown: told.forced_down,
    updatedAt: told.updated_at,
    disabledReason: told.disabled_reason || null,
  })),
)

const serviceList = z.object({ services: listOf(serviceSchema) })

/**
 * The processes that Cinder consists of: back ends, schedulers, backup services.
 * @throws ApiError of kind `forbidden` for others than administrators (volume_extension:services:index)
 */
export async function listVolumeServices(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Listed<CloudService>> {
  const { body } = await ask(
    {
      cloud,
      service: 'volume',
      path: '/os-services',
      ...(signal && { signal }),
    },
    serviceList,
  )
  return { ...body.services, cutShort: false }
}

/**
 * The compute hosts, as the services that run on them.
 * @throws ApiError of kind `forbidden` for others than administrators (os_compute_api:os-services:list)
 */
export async function listComputeServices(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<Listed<CloudService>> {
  const { body } = await ask(
    {
      cloud,
      service: 'compute',
      path: '/os-services',
      query: { binary: 'nova-compute' },
      ...(signal && { signal }),
    },
    serviceList,
  )
  return { ...body.services, cutShort: false }
}

/** What is to become of a service of Cinder's; a reason is for the disabled ones, and may be empty. */
export type ServiceUse = { enabled: true } | { enabled: false; reason: string }

/** Takes a service of Cinder's into use, or out of it: cinder/api/contrib/services.py, `update`. */
export function setVolumeServiceUse(
  cloud: CloudScope,
  { binary, host }: Pick<CloudService, 'binary' | 'host'>,
  use: ServiceUse,
) {
  const reason = use.enabled ? '' : use.reason
  const action = reason === '' ? 'disable' : 'disable-log-reason'
  return tell({
    cloud,
    service: 'volume',
    method: 'PUT',
    path: `/os-services/${use.enabled ? 'enable' : action}`,
    body: { binary, host, ...(reason !== '' && { disabled_reason: reason }) },
  })
}
