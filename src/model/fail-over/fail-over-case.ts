import type { AttachActor } from '#src/model/cloud/actor.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import type { HostState } from '#src/model/services/cloud-service.ts'
import { attachmentOf, type InstanceId, type Volume } from '#src/model/volume/volume.ts'

import type { FailOverCase, FailOverPlan, PlacedInstance } from './fail-over.ts'
import { hostOf, stateIn } from './host-impact.ts'

/** What the cloud says, as far as a fail over rests on it. */
export type CloudPicture = {
  volume: Volume
  instances: ReadonlyMap<InstanceId, Instance>
  /** The state of each compute host, by name. */
  hosts: ReadonlyMap<string, HostState>
}

/** An instance with the state of its host. */
export const placed = (
  instance: Instance,
  hosts: ReadonlyMap<string, HostState>,
): PlacedInstance => ({ instance, hostState: stateIn(hosts, instance.host) })

/** The fail over of a volume from one instance to another, as the cloud is now. */
export function failOverCase(
  { volume, instances, hosts }: CloudPicture,
  from: InstanceId,
  to: InstanceId | undefined,
  person: AttachActor,
): FailOverCase {
  const instance = instances.get(from)
  const attachment = attachmentOf(volume, from)
  const standby = to === undefined ? undefined : instances.get(to)
  return {
    volume,
    from: {
      instanceId: from,
      instance,
      hostState: stateIn(hosts, hostOf({ hostName: attachment?.hostName ?? null }, instance)),
    },
    to: standby && placed(standby, hosts),
    person,
  }
}

/** Whether two plans do the same and ask for the same. */
export const isSamePlan = (a: FailOverPlan, b: FailOverPlan): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
