import { type KnownInstances, namedHolder, type Nameless } from '#src/model/attach/holder.ts'
import { type Instance } from '#src/model/instance/instance.ts'
import { compareNames } from '#src/model/natural-order.ts'
import {
  type CloudService,
  type HostState,
  stateOfHost,
} from '#src/model/services/cloud-service.ts'
import {
  type InstanceId,
  isShared,
  nameOf,
  type Volume,
  type VolumeAttachment,
} from '#src/model/volume/volume.ts'

/** Somebody who holds a volume, and where. */
export type HostHolder = {
  /** Id of the attachment. */
  key: string
  instanceId: InstanceId | null
  /** Undefined where Nova's list does not have it: it is gone, or the list is not there. */
  instance: Instance | undefined
  name: string
  nameless: Nameless | undefined
  device: string | null
  /** Where the holder is, by `hostOf`. */
  host: string | null
  hostState: HostState
  /** The host that Cinder's attachment names, where it is not `host`. */
  cinderHost: string | null
}

/** A volume that instances on a host hold. */
export type VolumeOnHost = {
  volume: Volume
  /** Those on the host; what touches the host touches all of them. */
  here: readonly HostHolder[]
  elsewhere: readonly HostHolder[]
}

/** A compute host, what runs on it and which volumes that holds. */
export type HostImpact = {
  host: string
  /** Undefined where Nova has no service of the name, as when it was deleted. */
  service: CloudService | undefined
  state: Exclude<HostState, 'none'>
  instances: readonly Instance[]
  /** By name. */
  volumes: readonly VolumeOnHost[]
}

/**
 * Where the holder of an attachment is. Nova's word for the instance (`OS-EXT-SRV-ATTR:host`) counts, since Nova moves it
 * with every migration; Cinder's `host_name` is the host that was connected when the attachment was made, and stays behind
 * when a move did not come to its end. It is used where Nova does not know the instance.
 */
export const hostOf = (
  { hostName }: Pick<VolumeAttachment, 'hostName'>,
  instance: Pick<Instance, 'host'> | undefined,
): string | null => (instance ? instance.host : hostName)

/** Whether several instances hold the volume, or may. */
export const concernsSeveral = (volume: Volume): boolean => volume.shareable || isShared(volume)

/** The state of each host that has a compute service. */
export const hostStates = (services: readonly CloudService[]): ReadonlyMap<string, HostState> =>
  new Map(services.map((service) => [service.host, stateOfHost(service)]))

/** The state of a host, by name. */
export const stateIn = (states: ReadonlyMap<string, HostState>, host: string | null): HostState =>
  host === null ? 'none' : (states.get(host) ?? 'unknown')

/** Who holds a volume, and where, by name. */
export function holdersAt(
  volume: Pick<Volume, 'attachments'>,
  instances: KnownInstances,
  states: ReadonlyMap<string, HostState>,
): HostHolder[] {
  return volume.attachments
    .map((attachment): HostHolder => {
      const { id, instanceId, device, hostName } = attachment
      const named = namedHolder(instanceId, hostName, instances)
      const host = hostOf(attachment, named.instance)
      return {
        key: id,
        instanceId,
        device,
        host,
        hostState: stateIn(states, host),
        cinderHost: hostName === host ? null : hostName,
        ...named,
      }
    })
    .toSorted((a, b) => compareNames(a.name, b.name))
}

/** The hosts on which more than one of the holders is. */
export function crowdedHosts(holders: readonly Pick<HostHolder, 'host'>[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const crowded = new Set<string>()
  for (const { host } of holders) {
    if (host === null) continue
    if (seen.has(host)) crowded.add(host)
    seen.add(host)
  }
  return crowded
}

/**
 * All compute hosts by name, with what they hold: those that have a service, and those that only instances or attachments
 * name. In one pass over each list.
 */
export function hostImpacts({
  services,
  instances,
  volumes,
}: {
  services: readonly CloudService[]
  instances: ReadonlyMap<InstanceId, Instance>
  volumes: readonly Volume[]
}): HostImpact[] {
  const states = hostStates(services)
  const made = new Map<
    string,
    { service: CloudService | undefined; instances: Instance[]; volumes: VolumeOnHost[] }
  >()
  const at = (host: string) => {
    const known = made.get(host)
    if (known) return known
    const fresh = { service: undefined, instances: [], volumes: [] }
    made.set(host, fresh)
    return fresh
  }
  for (const service of services) at(service.host).service = service
  for (const instance of instances.values())
    if (instance.host !== null) at(instance.host).instances.push(instance)
  for (const volume of volumes) {
    const holders = holdersAt(volume, instances, states)
    for (const host of new Set(holders.map((holder) => holder.host))) {
      if (host === null) continue
      at(host).volumes.push({
        volume,
        here: holders.filter((holder) => holder.host === host),
        elsewhere: holders.filter((holder) => holder.host !== host),
      })
    }
  }
  return [...made]
    .map(([host, one]): HostImpact => ({
      host,
      state: stateOfHost(one.service),
      ...one,
      volumes: one.volumes.toSorted((a, b) => compareNames(nameOf(a.volume), nameOf(b.volume))),
    }))
    .toSorted((a, b) => compareNames(a.host, b.host))
}

/** How many shared volumes a host holds, and what becomes of them without it. */
export type ImpactTally = {
  /** Those that several hold, or may. */
  shared: number
  /** Of these: those that somebody on a host that is up holds too. */
  goOn: number
  /** Of these: those that nobody else holds who could go on. */
  stop: number
  /** Of these: those that more than one instance here holds. */
  twiceHere: number
}

/** Counts what a host's end means for the shared volumes on it. */
export function tallyOfImpact({ volumes }: Pick<HostImpact, 'volumes'>): ImpactTally {
  const shared = volumes.filter(({ volume }) => concernsSeveral(volume))
  const goOn = shared.filter(({ elsewhere }) =>
    elsewhere.some(({ hostState }) => hostState === 'up'),
  )
  return {
    shared: shared.length,
    goOn: goOn.length,
    stop: shared.length - goOn.length,
    twiceHere: shared.filter(({ here }) => here.length > 1).length,
  }
}
