import type { Region } from '#mocks/cloud/cloud.ts'
import type { Flavor, Server } from '#mocks/cloud/compute/compute.ts'
import { deviceAt, rootDevice } from '#mocks/cloud/compute/devices.ts'
import type { Project } from '#mocks/cloud/identity/people.ts'
import { fixedHex, fixedUuid } from '#mocks/cloud/ids.ts'
import { imageMetadataOf } from '#mocks/cloud/images.ts'
import type { Group, Volume } from '#mocks/cloud/storage/block-storage.ts'

export const minutes = 60_000
export const hours = 60 * minutes
export const days = 24 * hours

type VolumeWish = {
  key?: string
  name: string | null
  description?: string
  size: number
  type?: string
  /** How long ago it was made, in ms. */
  age: number
  bootableFrom?: string
  metadata?: Record<string, string>
  group?: Group
}

type GroupWish = {
  name: string
  description: string
  /** Name of the group type. */
  type: string
  volumeType: string
  age: number
}

type ServerWish = {
  name: string
  age: number
  host?: string
  description?: string
} & Partial<Pick<Server, 'vmState' | 'taskState' | 'locked' | 'lockedReason' | 'fault'>>

/** Puts things into a region as if they had been there for long. Ids depend on names only. */
export class Planter {
  readonly region: Region
  readonly project: Project
  readonly userId: string
  private readonly flavor: Flavor
  private readonly imageId: string

  constructor(region: Region, project: Project, userName: string) {
    this.region = region
    this.project = project
    this.userId = fixedHex(`user ${userName}`)
    this.flavor = region.compute.flavors[0] ?? { id: '', name: '', ram: 0, vcpus: 0, disk: 0 }
    this.imageId = fixedUuid(`${region.name} image debian-13`)
  }

  volume({ key, name, description, size, type = 'standard', age, ...more }: VolumeWish): Volume {
    const { storage, clock } = this.region
    const kind = [...storage.types.values()].find((one) => one.name === type)
    const shareable = kind?.extraSpecs['multiattach'] === '<is> True'
    const createdAt = clock.now() - age
    const image = more.bootableFrom ? this.image(more.bootableFrom) : undefined
    return storage.addVolume({
      id: this.id('volume', key ?? name ?? ''),
      projectId: this.project.id,
      userId: this.userId,
      name,
      description: description ?? null,
      size,
      status: 'available',
      attachStatus: 'detached',
      typeId: kind?.id ?? '',
      multiattach: shareable,
      bootable: image !== undefined,
      encrypted: (kind?.encryption ?? null) !== null,
      metadata: more.metadata ?? {},
      adminMetadata: {},
      imageMetadata: image ?? null,
      snapshotId: null,
      sourceVolumeId: null,
      availabilityZone: 'nova',
      host: shareable ? 'vm@shared#shared' : 'vm@single#single',
      migrationStatus: null,
      groupId: more.group?.id ?? null,
      createdAt,
      updatedAt: createdAt + 2000,
    })
  }

  /** A group, and its type where the region has none of that name yet. */
  group({ name, description, type, volumeType, age }: GroupWish): Group {
    const { name: region, storage, clock } = this.region
    const groupTypeId = fixedUuid(`${region} group type ${type}`)
    if (!storage.groupTypes.some(({ id }) => id === groupTypeId))
      storage.groupTypes.push({ id: groupTypeId, name: type, description: null, isPublic: true })
    return storage.groups.add({
      id: this.id('group', name),
      projectId: this.project.id,
      name,
      description,
      status: 'available',
      groupTypeId,
      typeIds: [fixedUuid(`${region} type ${volumeType}`)],
      availabilityZone: 'nova',
      createdAt: clock.now() - age,
    })
  }

  server({ name, age, host = 'compute-sharing', description, ...more }: ServerWish): Server {
    const { compute, clock } = this.region
    const createdAt = clock.now() - age
    const running = more.vmState !== 'building' && more.vmState !== 'error'
    const away = more.vmState === 'shelved_offloaded' || !running
    const requestId = `req-${this.id('request', `create ${name}`)}`
    return compute.addServer({
      id: this.id('server', name),
      projectId: this.project.id,
      userId: this.userId,
      name,
      hostname: null,
      description: description ?? null,
      vmState: 'active',
      taskState: null,
      host: away ? null : host,
      availabilityZone: away ? null : 'nova',
      pinnedZone: 'nova',
      imageId: this.imageId,
      flavor: this.flavor,
      number: compute.servers.size + 1,
      locked: false,
      lockedReason: null,
      metadata: {},
      fault: null,
      createdAt,
      updatedAt: createdAt + 20_000,
      launchedAt: running ? createdAt + 20_000 : null,
      devices: [],
      actions: [
        {
          action: 'create',
          requestId,
          userId: this.userId,
          projectId: this.project.id,
          startedAt: createdAt,
          updatedAt: createdAt + 20_000,
          message: more.fault ? 'Error' : null,
          events: [],
        },
      ],
      ...more,
    })
  }

  /** Attaches a volume to a server as Nova would have done `age` ms ago. */
  attach(volume: Volume, server: Server, age: number, { isRoot = false } = {}) {
    const { compute } = this.region
    // What is planted leaves no gaps, so that the next place is known without a search. A local root disk has one, too.
    const place = server.devices.length + (server.imageId === null ? 0 : 1)
    const device = isRoot ? rootDevice : deviceAt(place)
    const attachmentId = this.hold(volume, server.id, device, server.host, age)
    compute.addDevice(server, {
      id: this.id('block device', `${volume.id} ${server.id}`),
      instanceId: server.id,
      volumeId: volume.id,
      attachmentId,
      device,
      tag: null,
      deleteOnTermination: isRoot,
      isRoot,
    })
    if (isRoot) server.imageId = null
    else this.logAttach(volume, server, age)
  }

  /** What Nova's log of the server says of the attachment. */
  private logAttach(volume: Volume, server: Server, age: number) {
    const at = this.region.clock.now() - age
    server.actions.push({
      action: 'attach_volume',
      requestId: `req-${this.id('request', `attach ${volume.id} ${server.id}`)}`,
      userId: this.userId,
      projectId: this.project.id,
      startedAt: at - 2000,
      updatedAt: at + 1000,
      message: null,
      events: [
        {
          event: 'compute_attach_volume',
          startedAt: at - 1000,
          finishedAt: at + 1000,
          result: 'Success',
          host: server.host,
          details: null,
          traceback: null,
        },
      ],
    })
  }

  /** An attachment that only Cinder knows; `key` tells those of the same pair apart. Gives back its id. */
  hold(
    volume: Volume,
    instanceId: string,
    device: string,
    host: string | null,
    age: number,
    key = '',
  ) {
    const { storage, clock } = this.region
    const at = clock.now() - age
    const attachment = storage.addAttachment({
      id: this.id('attachment', `${volume.id} ${instanceId}${key}`),
      projectId: volume.projectId,
      volumeId: volume.id,
      instanceId,
      hostName: host,
      mountpoint: device,
      status: 'attached',
      mode: 'rw',
      connected: true,
      attachedAt: at,
      createdAt: at - 1000,
    })
    volume.status = 'in-use'
    volume.attachStatus = 'attached'
    volume.updatedAt = Math.max(volume.updatedAt ?? 0, at)
    return attachment.id
  }

  /** A reservation of Cinder's that nobody has taken up. */
  reserve(volume: Volume, instanceId: string, age: number) {
    const { storage, clock } = this.region
    const at = clock.now() - age
    storage.addAttachment({
      id: this.id('attachment', `${volume.id} ${instanceId}`),
      projectId: volume.projectId,
      volumeId: volume.id,
      instanceId,
      hostName: null,
      mountpoint: null,
      status: 'reserved',
      mode: null,
      connected: false,
      attachedAt: null,
      createdAt: at,
    })
    volume.status = 'reserved'
    volume.attachStatus = 'reserved'
    volume.updatedAt = at
  }

  /** A device of a server's whose volume, or whose attachment, Cinder does not know. */
  device(server: Server, volumeId: string) {
    const place = server.devices.length + (server.imageId === null ? 0 : 1)
    this.region.compute.addDevice(server, {
      id: this.id('block device', `${volumeId} ${server.id}`),
      instanceId: server.id,
      volumeId,
      attachmentId: this.id('attachment', `lost ${volumeId} ${server.id}`),
      device: deviceAt(place),
      tag: null,
      deleteOnTermination: false,
      isRoot: false,
    })
  }

  snapshot(volume: Volume, name: string, description: string, age: number) {
    const { storage, clock } = this.region
    const createdAt = clock.now() - age
    return storage.addSnapshot({
      id: this.id('snapshot', name),
      projectId: this.project.id,
      userId: this.userId,
      volumeId: volume.id,
      typeId: volume.typeId,
      name,
      description,
      status: 'available',
      size: volume.size,
      metadata: {},
      createdAt,
      updatedAt: createdAt + 3000,
    })
  }

  /** A copy of a volume in the store for backups. */
  backup(volume: Volume, name: string, age: number) {
    const { storage, clock } = this.region
    const createdAt = clock.now() - age
    return storage.backups.add({
      id: this.id('backup', name),
      projectId: this.project.id,
      userId: this.userId,
      volumeId: volume.id,
      name,
      description: null,
      status: 'available',
      failReason: null,
      size: volume.size,
      container: 'volumebackups',
      parentId: null,
      restoredTo: null,
      metadata: {},
      createdAt,
      updatedAt: createdAt + 60_000,
    })
  }

  private id(kind: string, name: string) {
    return fixedUuid(`${this.region.name} ${this.project.name} ${kind} ${name}`)
  }

  private image(name: string): Record<string, string> | undefined {
    const image = [...this.region.images.images.values()].find((one) => one.name === name)
    return image && imageMetadataOf(image)
  }
}
