import { instanceObstacle, isOnlyDoubt } from '#src/model/attach/attach-obstacle.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import { compareNames } from '#src/model/natural-order.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { instanceStatusWord } from '#src/parts/words/instance-status-words.ts'
import {
  type InstanceObstacleWords,
  instanceObstacleText,
} from '#src/parts/words/obstacle-words.ts'
import type { PickerOption } from '#src/ui/picker/picker-option.ts'

/** Those that can take the volume first, then those that perhaps can, then those that can't. */
const rank = ({ obstacle, doubt }: PickerOption) => {
  if (obstacle !== undefined) return 2
  return doubt === undefined ? 0 : 1
}

/** The instances as the picker offers them: each says whether it can take the volume and, if not, why. */
export const instanceOptions = (
  words: InstanceObstacleWords,
  volume: Volume,
  instances: readonly Instance[],
  person: { administrator: boolean },
): PickerOption[] =>
  instances
    .map((instance): PickerOption => {
      const obstacle = instanceObstacle(volume, instance, person)
      const why = obstacle && instanceObstacleText(words, obstacle, instance)
      const facts = [
        instanceStatusWord(words.tInstances, instance.status),
        instance.availabilityZone,
        instance.host,
      ]
      return {
        id: instance.id,
        label: instanceName(instance),
        detail: facts.filter(Boolean).join(' · '),
        ...(why !== undefined && (isOnlyDoubt(obstacle) ? { doubt: why } : { obstacle: why })),
      }
    })
    .toSorted((a, b) => rank(a) - rank(b) || compareNames(a.label, b.label))
