import { hostIdOf, type Server } from '#mocks/cloud/compute/compute.ts'
import { since, type Ask } from '#mocks/handlers/ask.ts'
import { databaseTimeOrNull, zuluTime } from '#mocks/handlers/values.ts'

/** Where a resource of Nova is: with the version, and the bookmark without. */
export const linksTo = ({ base, linkBase }: Ask, path: string) => [
  { rel: 'self', href: `${linkBase}/${path}` },
  {
    rel: 'bookmark',
    href: `${base}${linkBase.slice(base.length).replace(/^\/v2(\.1)?/, '')}/${path}`,
  },
]

const bookmark = ({ base }: Ask, path: string) => [{ rel: 'bookmark', href: `${base}/${path}` }]

const byVmState: Record<string, string> = {
  active: 'ACTIVE',
  building: 'BUILD',
  error: 'ERROR',
  paused: 'PAUSED',
  rescued: 'RESCUE',
  resized: 'VERIFY_RESIZE',
  shelved: 'SHELVED',
  shelved_offloaded: 'SHELVED_OFFLOADED',
  stopped: 'SHUTOFF',
  suspended: 'SUSPENDED',
}

/** The status that the API makes of Nova's two states. */
export const statusOf = ({ vmState, taskState }: Server): string =>
  vmState === 'active' && taskState === 'rebooting' ? 'REBOOT' : (byVmState[vmState] ?? 'UNKNOWN')

export const serverStatuses = [
  ...Object.values(byVmState),
  'REBOOT',
  'HARD_REBOOT',
  'DELETED',
  'SOFT_DELETED',
  'MIGRATING',
  'REBUILD',
  'RESIZE',
  'REVERT_RESIZE',
  'PASSWORD',
  'UNKNOWN',
]

const powerStates: Record<string, number> = {
  active: 1,
  rescued: 1,
  resized: 1,
  paused: 3,
  stopped: 4,
  shelved: 4,
  shelved_offloaded: 4,
  suspended: 4,
}

/** The state of the machine itself, as the hypervisor has it. */
export const powerStateOf = ({ vmState }: Server) => powerStates[vmState] ?? 0

const withProgress = new Set(['ACTIVE', 'BUILD', 'REBUILD', 'RESIZE', 'VERIFY_RESIZE', 'MIGRATING'])

/** A server in a list without details. */
export const serverSummary = (ask: Ask, { id, name }: Server) => ({
  id,
  name,
  links: linksTo(ask, `servers/${id}`),
})

const flavorView = (ask: Ask, { flavor }: Server) =>
  since(ask, 2, 47)
    ? {
        vcpus: flavor.vcpus,
        ram: flavor.ram,
        disk: flavor.disk,
        ephemeral: 0,
        swap: 0,
        original_name: flavor.name,
        extra_specs: {},
      }
    : { id: flavor.id, links: bookmark(ask, `flavors/${flavor.id}`) }

/** The name inside the instance. */
export const hostnameOf = ({ hostname, name }: Server) =>
  hostname ?? name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')

const hostView = (ask: Ask, server: Server) => {
  const { host, number, createdAt } = server
  return {
    'OS-EXT-SRV-ATTR:host': host,
    'OS-EXT-SRV-ATTR:instance_name': `instance-${number.toString(16).padStart(8, '0')}`,
    'OS-EXT-SRV-ATTR:hypervisor_hostname': host,
    ...(since(ask, 2, 3) && {
      'OS-EXT-SRV-ATTR:reservation_id': `r-${(createdAt + number).toString(36).slice(-8)}`,
      'OS-EXT-SRV-ATTR:launch_index': 0,
      'OS-EXT-SRV-ATTR:hostname': hostnameOf(server),
      'OS-EXT-SRV-ATTR:kernel_id': '',
      'OS-EXT-SRV-ATTR:ramdisk_id': '',
      'OS-EXT-SRV-ATTR:root_device_name': '/dev/vda',
      'OS-EXT-SRV-ATTR:user_data': null,
    }),
  }
}

/** Nova's word for an instance's host (nova/compute/api.py, get_instance_host_status). */
function hostStatusOf({ region: { compute } }: Ask, host: string | null) {
  if (host === null) return ''
  if (compute.forcedDown.has(host)) return 'DOWN'
  if (compute.disabledHosts.has(host)) return 'MAINTENANCE'
  return compute.isDead(host) ? 'UNKNOWN' : 'UP'
}

function byMicroversion(ask: Ask, server: Server) {
  const { isAdmin } = ask.caller
  return {
    ...(since(ask, 2, 9) && { locked: server.locked }),
    ...(since(ask, 2, 73) && { locked_reason: server.lockedReason }),
    ...(since(ask, 2, 16) && isAdmin && { host_status: hostStatusOf(ask, server.host) }),
    ...(since(ask, 2, 19) && { description: server.description }),
    ...(since(ask, 2, 26) && { tags: [] }),
    ...(since(ask, 2, 63) && { trusted_image_certificates: null }),
    ...(since(ask, 2, 90) && { 'OS-EXT-SRV-ATTR:hostname': hostnameOf(server) }),
    ...(since(ask, 2, 96) && { pinned_availability_zone: server.pinnedZone }),
    ...(since(ask, 2, 100) && { scheduler_hints: {} }),
  }
}

/** What of an image's properties Nova goes by (nova/objects/image_meta.py, ImageMetaProps). */
const ofNova = /^(hw|img|os)_/

function imageView(ask: Ask, { imageId }: Server) {
  if (imageId === null) return ''
  const all = Object.entries(ask.region.images.images.get(imageId)?.properties ?? {})
  const properties = Object.fromEntries(all.filter(([name]) => ofNova.test(name)))
  const links = bookmark(ask, `images/${imageId}`)
  return { id: imageId, links, ...(since(ask, 2, 98) && { properties }) }
}

/** A server with all that its microversion and the caller's role show. */
export function serverView(ask: Ask, server: Server) {
  const status = statusOf(server)
  return {
    id: server.id,
    name: server.name,
    status,
    tenant_id: server.projectId,
    user_id: server.userId,
    metadata: server.metadata,
    hostId: hostIdOf(server.projectId, server.host),
    image: imageView(ask, server),
    flavor: flavorView(ask, server),
    created: zuluTime(server.createdAt),
    updated: zuluTime(server.updatedAt),
    addresses: {},
    accessIPv4: '',
    accessIPv6: '',
    links: linksTo(ask, `servers/${server.id}`),
    'OS-DCF:diskConfig': 'MANUAL',
    ...(withProgress.has(status) && { progress: 0 }),
    ...(server.fault && {
      fault: { code: 500, created: zuluTime(server.updatedAt), message: server.fault },
    }),
    'OS-EXT-AZ:availability_zone': server.availabilityZone ?? '',
    config_drive: '',
    key_name: null,
    'OS-SRV-USG:launched_at': databaseTimeOrNull(server.launchedAt),
    'OS-SRV-USG:terminated_at': null,
    ...(ask.caller.isAdmin && hostView(ask, server)),
    'OS-EXT-STS:task_state': server.taskState,
    'OS-EXT-STS:vm_state': server.vmState,
    'OS-EXT-STS:power_state': powerStateOf(server),
    'os-extended-volumes:volumes_attached': server.devices.map((device) => ({
      id: device.volumeId,
      ...(since(ask, 2, 3) && { delete_on_termination: device.deleteOnTermination }),
    })),
    ...byMicroversion(ask, server),
  }
}
