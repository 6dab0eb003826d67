import type { Caller } from '#mocks/cloud/identity/caller.ts'
import { fixedHex } from '#mocks/cloud/ids.ts'
import { notFound } from '#mocks/cloud/refusal.ts'
import { Table } from '#mocks/cloud/table.ts'

export type VmState =
  | 'active'
  | 'building'
  | 'error'
  | 'paused'
  | 'rescued'
  | 'resized'
  | 'shelved'
  | 'shelved_offloaded'
  | 'stopped'
  | 'suspended'

/** What Nova knows of a volume that an instance holds: a block device mapping. */
export type BlockDevice = {
  id: string
  instanceId: string
  volumeId: string
  /** Cinder's attachment; null until Cinder has reserved the volume. */
  attachmentId: string | null
  device: string | null
  tag: string | null
  deleteOnTermination: boolean
  isRoot: boolean
}

export type ActionEvent = {
  event: string
  startedAt: number
  finishedAt: number | null
  result: 'Success' | 'Error' | null
  host: string | null
  details: string | null
  traceback: string | null
}

/** An entry of an instance's log of actions. */
export type InstanceAction = {
  action: string
  requestId: string
  userId: string
  projectId: string
  startedAt: number
  updatedAt: number
  message: 'Error' | null
  events: ActionEvent[]
}

export type Flavor = { id: string; name: string; ram: number; vcpus: number; disk: number }

/** An instance as Nova's database holds it; the API calls it a server. Times in ms since the epoch. */
export type Server = {
  id: string
  projectId: string
  userId: string
  name: string
  /** The name inside the instance, where it is not made of the other. */
  hostname: string | null
  description: string | null
  vmState: VmState
  taskState: string | null
  host: string | null
  /** Null until it is asked for, or until a host is found. */
  availabilityZone: string | null
  /** The zone that was asked for, in which the instance stays. */
  pinnedZone: string | null
  /** Null: started from a volume. */
  imageId: string | null
  flavor: Flavor
  /** Running number, from which the hypervisor makes the instance's name. */
  number: number
  locked: boolean
  lockedReason: string | null
  /** Whether it was locked by an administrator who is not of its project. */
  lockedByAdmin?: boolean
  metadata: Record<string, string>
  fault: string | null
  createdAt: number
  updatedAt: number
  launchedAt: number | null
  devices: BlockDevice[]
  /** Oldest first. */
  actions: InstanceAction[]
}

/** A compute host and what its hypervisor can do. */
export type Hypervisor = {
  host: string
  /** Whether it can attach a volume that others hold. */
  multiattach: boolean
  /** Whether it accepts an attach and then fails at it. */
  broken: boolean
}

/** The compute hosts that every region has. */
const hypervisors: readonly Hypervisor[] = [
  { host: 'compute-sharing', multiattach: true, broken: false },
  { host: 'compute-broken', multiattach: true, broken: true },
  { host: 'compute-plain', multiattach: false, broken: false },
]

/** Nova's `hostId`: the same for the instances of a project on one host, and tells nothing else. */
export const hostIdOf = (projectId: string, host: string | null) =>
  host === null ? '' : (fixedHex(projectId + host) + fixedHex(host + projectId)).slice(0, 56)

/** All that Nova holds. */
export class Compute {
  /** Ids ascend whichever way the ages go (Nova, compute/instance_list.py, InstanceSortContext). */
  readonly servers = new Table<Server>('ascend')
  readonly flavors: Flavor[] = []
  readonly hosts: Hypervisor[] = [...hypervisors]
  /** Compute hosts that are out of use, and why. */
  readonly disabledHosts = new Map<string, string | null>()
  /** Compute hosts that have died, and when: nothing that they are asked for ends. In ms since the epoch. */
  readonly deadHosts = new Map<string, number>()
  /** Compute hosts that an administrator has declared down, dead or not. */
  readonly forcedDown = new Set<string>()
  private readonly devicesByVolume = new Map<string, Set<BlockDevice>>()
  private readonly noDevices: ReadonlySet<BlockDevice> = new Set()

  /** Whether Nova takes a host for one that works (nova/servicegroup/drivers/db.py, is_up). */
  isUp(host: string): boolean {
    return !this.deadHosts.has(host) && !this.forcedDown.has(host)
  }

  /** Whether nobody on the host answers. */
  isDead(host: string | null): boolean {
    return host !== null && this.deadHosts.has(host)
  }

  /** The host that the scheduler sends an instance to: the first that is in use and up. */
  freeHost(): string | undefined {
    return this.hosts.find(({ host }) => !this.disabledHosts.has(host) && this.isUp(host))?.host
  }

  addServer(server: Server): Server {
    for (const device of server.devices) this.holders(device.volumeId).add(device)
    return this.servers.add(server)
  }

  deleteServer(server: Server) {
    for (const device of server.devices) this.devicesByVolume.get(device.volumeId)?.delete(device)
    this.servers.delete(server)
  }

  /** An instance that the caller can see, or the 404. */
  serverFor(caller: Caller, id: string): Server {
    const server = this.servers.get(id)
    if (!server || (!caller.isAdmin && server.projectId !== caller.projectId))
      throw notFound('Instance', id)
    return server
  }

  /** What Nova's instances hold of a volume. */
  devicesOfVolume(volumeId: string): ReadonlySet<BlockDevice> {
    return this.devicesByVolume.get(volumeId) ?? this.noDevices
  }

  addDevice(server: Server, device: BlockDevice): BlockDevice {
    server.devices.push(device)
    this.holders(device.volumeId).add(device)
    return device
  }

  deleteDevice(server: Server, device: BlockDevice) {
    server.devices = server.devices.filter((other) => other !== device)
    this.devicesByVolume.get(device.volumeId)?.delete(device)
  }

  private holders(volumeId: string): Set<BlockDevice> {
    const known = this.devicesByVolume.get(volumeId) ?? new Set()
    this.devicesByVolume.set(volumeId, known)
    return known
  }
}
