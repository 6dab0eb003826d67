import type { TFunction } from 'i18next'

import { instanceObstacle } from '#src/model/attach/attach-obstacle.ts'
import type { AttachActor } from '#src/model/cloud/actor.ts'
import { placed } from '#src/model/fail-over/fail-over-case.ts'
import { standbyObstacle } from '#src/model/fail-over/fail-over.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import { compareNames } from '#src/model/natural-order.ts'
import type { HostState } from '#src/model/services/cloud-service.ts'
import type { InstanceId, Volume } from '#src/model/volume/volume.ts'
import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'
import { instanceObstacleText } from '#src/parts/words/obstacle-words.ts'
import type { PickerOption } from '#src/ui/picker/picker-option.ts'

import { standbyObstacleText } from './fail-over-words.ts'

/** Those that can stand in first, then those that perhaps can, then those that can't. */
const rank = ({ obstacle, doubt }: PickerOption) => {
  if (obstacle !== undefined) return 2
  return doubt === undefined ? 0 : 1
}

type Words = {
  t: TFunction<'failOver'>
  tInstances: TFunction<'instances'>
  tAttachments: TFunction<'attachments'>
}

/** The instances of the volume's project as the picker offers them: each says whether it can stand in and, if not, why. */
export function standbyOptions(
  { t, tInstances, tAttachments }: Words,
  {
    volume,
    from,
    instances,
    hosts,
  }: {
    volume: Volume
    from: InstanceId
    instances: Iterable<Instance>
    hosts: ReadonlyMap<string, HostState>
  },
  person: AttachActor,
): PickerOption[] {
  const words = { tAttachments, tInstances }
  return [...instances]
    .filter(
      ({ id, projectId }) =>
        id !== from && (volume.projectId === null || projectId === volume.projectId),
    )
    .map((instance): PickerOption => {
      const against = standbyObstacle(volume, from, placed(instance, hosts), person)
      const doubt = instanceObstacle(volume, instance, person)
      return {
        id: instance.id,
        label: instanceName(instance),
        detail: [
          instanceStatusWord(tInstances, instance.status),
          instance.host,
          instance.availabilityZone,
        ]
          .filter(Boolean)
          .join(' · '),
        ...(against && { obstacle: standbyObstacleText(t, words, against, instance) }),
        ...(!against && doubt && { doubt: instanceObstacleText(words, doubt, instance) }),
      }
    })
    .toSorted((a, b) => rank(a) - rank(b) || compareNames(a.label, b.label))
}
