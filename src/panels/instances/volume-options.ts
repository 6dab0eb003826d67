import type { TFunction } from 'i18next'

import { instanceObstacle, isOnlyDoubt, volumeObstacle } from '#src/model/attach/attach-obstacle.ts'
import type { AttachActor } from '#src/model/cloud/actor.ts'
import type { Instance } from '#src/model/instance/instance.ts'
import { compareNames } from '#src/model/natural-order.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'
import { instanceObstacleText, volumeObstacleText } from '#src/parts/words/obstacle-words.ts'
import { statusWord } from '#src/parts/words/status-words.ts'
import { gibibytes } from '#src/ui/formats.ts'
import type { PickerOption } from '#src/ui/picker/picker-option.ts'

/** Those that the instance can take first, then those that it perhaps can, then those that it can't. */
const rank = ({ obstacle, doubt }: PickerOption) => {
  if (obstacle !== undefined) return 2
  return doubt === undefined ? 0 : 1
}

type Words = {
  t: TFunction<'instances'>
  tVolumes: TFunction<'volumes'>
  tAttachments: TFunction<'attachments'>
  language: string
}

function whyNot(words: Words, instance: Instance, volume: Volume, person: AttachActor) {
  const { tVolumes, tAttachments } = words
  const between = instanceObstacle(volume, instance, person)
  // That it is held by this very instance says more than that it is held.
  const ofVolume = between === 'already-attached' ? undefined : volumeObstacle(volume, person)
  if (ofVolume)
    return {
      obstacle: volumeObstacleText(tAttachments, ofVolume, (status) =>
        statusWord(tVolumes, status),
      ),
    }
  if (between === undefined) return {}
  const text =
    between === 'other-zone'
      ? tAttachments('instanceObstacles.other-zone', { zone: volume.availabilityZone })
      : instanceObstacleText({ tAttachments, tInstances: words.t }, between, instance)
  return isOnlyDoubt(between) ? { doubt: text } : { obstacle: text }
}

/** The volumes as the picker offers them: each says whether the instance can take it and, if not, why. */
export const volumeOptions = (
  words: Words,
  instance: Instance,
  volumes: readonly Volume[],
  person: AttachActor,
): PickerOption[] =>
  volumes
    .map((volume): PickerOption => {
      const { t, tVolumes, language } = words
      const facts = [
        gibibytes(volume.sizeGiB, language),
        volume.typeName,
        volume.shareable && t('attach.shareable'),
        statusWord(tVolumes, volume.status),
        volume.attachments.length > 0 && t('attach.heldBy', { count: volume.attachments.length }),
      ]
      return {
        id: volume.id,
        label: nameOf(volume),
        detail: facts.filter(Boolean).join(' · '),
        ...whyNot(words, instance, volume, person),
      }
    })
    .toSorted((a, b) => rank(a) - rank(b) || compareNames(a.label, b.label))
