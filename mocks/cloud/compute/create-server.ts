import type { Region } from '#mocks/cloud/cloud.ts'
import { enforce, type Caller } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import type { Image } from '#mocks/cloud/images.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { Volume } from '#mocks/cloud/storage/block-storage.ts'

import { checkVersion, removeDevice, reserveFor } from './attach.ts'
import { buildServer } from './build-server.ts'
import type { BlockDevice, Flavor, Server } from './compute.ts'
import { freeDevice, rootDevice } from './devices.ts'

/** One entry of `block_device_mapping_v2`. */
export type MappingWish = {
  source: string
  destination: string
  /** Id of the volume or image. */
  id: string | null
  /** 0: the instance starts from it. Negative or null: it does not. */
  bootIndex: number | null
  tag: string | null
  deleteOnTermination: boolean
}

/** What was asked of `POST /servers`. */
export type ServerWish = {
  name: string
  hostname: string | null
  description: string | null
  flavorId: string
  /** Null: no image was named. */
  imageId: string | null
  mappings: readonly MappingWish[]
  /** `zone`, or `zone:host` as only administrators may ask. */
  availabilityZone: string | null
  metadata: Record<string, string>
  /** How many of the kind. */
  count: number
  /** Whether the microversion knows of shared volumes (2.60). */
  knowsMultiattach: boolean
}

const zone = 'nova'
const invalid = (message: string) => new Refusal(400, message)
const invalidMapping = (why: string) => invalid(`Block Device Mapping is Invalid: ${why}`)

/** Splits the zone from the host, and refuses those who may not name one. */
function placeFor(caller: Caller, wanted: string | null): { zone: string; host: string | null } {
  const [name = zone, host = ''] = wanted?.split(':') ?? []
  if (host !== '') enforce(caller, 'os_compute_api:servers:create:forced_host')
  return { zone: name, host: host === '' ? null : host }
}

/** The first volume or image in the order of starting. */
const rootOf = ({ mappings }: ServerWish) => mappings.find(({ bootIndex }) => bootIndex === 0)

/** The image to start from, which the flavor must be large enough for; undefined: a volume. */
function imageFor({ images }: Region, caller: Caller, wish: ServerWish): Image | undefined {
  if (wish.imageId === null) return undefined
  const image = images.imageFor(caller, wish.imageId)
  if (!image) throw invalid('Can not find requested image')
  if (image.status !== 'active') throw invalid(`Image ${image.id} is not active.`)
  return image
}

/** Nova, compute/api.py, _validate_flavor_image_nostatus. */
function checkFlavor(flavor: Flavor, image: Image) {
  if (flavor.ram < image.minRam) throw invalid("Flavor's memory is too small for requested image.")
  const bytes = flavor.disk * 1024 ** 3
  if (bytes === 0) return
  if (bytes < (image.size ?? 0))
    throw invalid(
      `Flavor's disk is too small for requested image. Flavor disk is ${bytes} bytes, image is ${image.size} bytes.`,
    )
  const least = image.minDisk * 1024 ** 3
  if (bytes < least)
    throw invalid(
      `Flavor's disk is smaller than the minimum size specified in image metadata. Flavor disk is ${bytes} bytes, minimum size is ${least} bytes.`,
    )
}

/** The volume that the instance starts from must be there, and a system must be on it. */
function checkRoot({ storage }: Region, caller: Caller, wish: ServerWish) {
  const root = rootOf(wish)
  if (wish.imageId !== null || root?.source !== 'volume') return
  const volume = storage.volumes.get(root.id ?? '')
  if (!volume || (!caller.isAdmin && volume.projectId !== caller.projectId))
    throw invalidMapping(`failed to get volume ${root.id}.`)
  if (!volume.bootable) throw invalid(`Block Device ${volume.id} is not bootable.`)
}

type Mapped = { mapping: MappingWish; volume: Volume }

/** The volumes that the instance gets, and the refusal of mappings that lead to none. */
function volumesFor({ storage }: Region, caller: Caller, wish: ServerWish): Mapped[] {
  for (const { source, destination, id } of wish.mappings) {
    if (id === null && source !== 'blank') throw invalidMapping('Missing device UUID.')
    if (source !== destination && !(source === 'image' && destination === 'local'))
      throw invalidMapping(`Mapping ${source} to ${destination} is not supported.`)
  }
  const volumes = wish.mappings
    .filter(({ source }) => source === 'volume')
    .map((mapping) => {
      const volume = storage.volumes.get(mapping.id ?? '')
      if (!volume || (!caller.isAdmin && volume.projectId !== caller.projectId))
        throw invalid(`Volume ${mapping.id} could not be found.`)
      return { mapping, volume }
    })
  if (wish.mappings.length > 0 && !rootOf(wish))
    throw invalidMapping(
      'Boot sequence for the instance and image/block device mapping combination is not valid.',
    )
  for (const { volume } of volumes) checkVersion(volume, wish)
  if (volumes.length > 0 && wish.count > 1)
    throw invalid('Cannot attach one or more volumes to multiple instances')
  return volumes
}

const newDevice = (server: Server, { mapping, volume }: Mapped): BlockDevice => {
  const isRoot = mapping.bootIndex === 0
  return {
    id: newUuid(),
    instanceId: server.id,
    volumeId: volume.id,
    attachmentId: null,
    device: isRoot ? rootDevice : freeDevice(server.devices.map(({ device }) => device)),
    tag: mapping.tag,
    deleteOnTermination: mapping.deleteOnTermination,
    isRoot,
  }
}

/** Reserves all volumes in Cinder, or none. */
function reserveAll(region: Region, caller: Caller, server: Server, volumes: readonly Mapped[]) {
  try {
    return volumes.map((mapped) => {
      const device = newDevice(server, mapped)
      const prefix = 'Invalid volume: Invalid input received: '
      return {
        device,
        attachment: reserveFor(region, caller, server, mapped.volume, device, prefix),
      }
    })
  } catch (error) {
    for (const device of server.devices) removeDevice(region, server, device)
    throw error
  }
}

const newServer = (
  { clock, compute }: Region,
  caller: Caller,
  { name, hostname, description, metadata }: ServerWish,
  { flavor, imageId }: Pick<Server, 'flavor' | 'imageId'>,
): Server => ({
  id: newUuid(),
  projectId: caller.projectId ?? '',
  userId: caller.userId,
  name,
  hostname,
  description,
  vmState: 'building',
  taskState: 'scheduling',
  host: null,
  availabilityZone: null,
  pinnedZone: null,
  imageId,
  flavor,
  number: compute.servers.size + 1,
  locked: false,
  lockedReason: null,
  metadata: { ...metadata },
  fault: null,
  createdAt: clock.now(),
  updatedAt: clock.now(),
  launchedAt: null,
  devices: [],
  actions: [],
})

/** Makes instances as Nova does: refuses at once what can be, and goes on over time. */
export function createServers(region: Region, caller: Caller, wish: ServerWish): Server[] {
  const { compute } = region
  enforce(caller, 'os_compute_api:servers:create')
  const place = placeFor(caller, wish.availabilityZone)
  // Nova's API looks at this before anything is looked up (nova/api/openstack/compute/servers.py, _image_from_req_data).
  if (wish.imageId === null && wish.mappings.length === 0)
    throw invalid('Missing imageRef attribute')
  const flavor = compute.flavors.find(({ id }) => id === wish.flavorId)
  if (!flavor) throw invalid(`Flavor ${wish.flavorId} could not be found.`)
  const image = imageFor(region, caller, wish)
  checkRoot(region, caller, wish)
  if (image) checkFlavor(flavor, image)
  if (place.host === null && place.zone !== zone)
    throw invalid('The requested availability zone is not available')
  const volumes = volumesFor(region, caller, wish)
  return Array.from({ length: wish.count }, (_, index) => {
    const server = newServer(region, caller, wish, { flavor, imageId: image?.id ?? null })
    if (wish.count > 1) server.name = `${wish.name}-${index + 1}`
    if (wish.availabilityZone !== null)
      Object.assign(server, { availabilityZone: place.zone, pinnedZone: place.zone })
    const holds = reserveAll(region, caller, server, volumes)
    compute.addServer(server)
    buildServer(region, caller, server, { host: place.host ?? compute.freeHost(), holds })
    return server
  })
}
