import type { Actor } from '#src/model/cloud/actor.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import { isShareableType, sharingOf, type VolumeType } from '#src/model/volume-type/volume-type.ts'

import type { ActionObstacle } from './volume-actions.ts'
import { isChanging, type Volume } from './volume.ts'

/** The microversion of Cinder since which a volume grows while it is in use. */
export const extendsInUseSince = '3.42'

const wrongStatus = (volume: Volume): ActionObstacle =>
  isChanging(volume)
    ? { kind: 'changing', status: volume.status }
    : { kind: 'status', status: volume.status }

/** Why a change that needs an available, detached volume is not possible now. */
function availableObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.status === 'available') return undefined
  if (isChanging(volume)) return { kind: 'changing', status: volume.status }
  return needsAvailable(volume)
}

const needsAvailable = ({ status, attachments }: Volume): ActionObstacle => ({
  kind: 'needs-available',
  status,
  attachedTo: attachments.length,
})

/** Why `volume` can't grow now: cinder/volume/api.py, `extend` and `extend_attached_volume`. */
export function extendObstacle(volume: Volume, actor: Actor): ActionObstacle | undefined {
  if (actor.readOnly) return { kind: 'read-only-role' }
  if (volume.status === 'available') return undefined
  if (volume.status !== 'in-use') return wrongStatus(volume)
  return speaks(actor, 'volume', extendsInUseSince)
    ? undefined
    : { kind: 'too-old-in-use', least: extendsInUseSince }
}

/** Why the type of `volume` can't be changed now: cinder/volume/api.py, `retype`. */
export function retypeObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.status !== 'available' && volume.status !== 'in-use') return wrongStatus(volume)
  return volume.groupId === null ? undefined : { kind: 'in-group' }
}

/** Why no image can be made of `volume` now: cinder/volume/api.py, `copy_volume_to_image`, without `force`. */
export const uploadObstacle = availableObstacle

/** Why it can't be set now whether `volume` is read-only: cinder/volume/api.py, `update_readonly_flag`. */
export const readOnlyFlagObstacle = availableObstacle

/** Why it can't be set now whether `volume` is bootable: cinder/volume/api.py, `update`. */
export function bootableFlagObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.status === 'maintenance') return { kind: 'status', status: volume.status }
  return undefined
}

/** Why the metadata of `volume` can't be changed now: cinder/volume/api.py, `_update_volume_metadata`. */
export function metadataObstacle(
  volume: Volume,
  { readOnly }: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (readOnly) return { kind: 'read-only-role' }
  if (volume.status === 'maintenance') return { kind: 'status', status: volume.status }
  if (volume.status === 'uploading') return { kind: 'changing', status: volume.status }
  return undefined
}

/** Why no instance can be launched from `volume` now. */
export function launchObstacle(
  volume: Volume,
  person: Pick<Actor, 'readOnly'>,
): ActionObstacle | undefined {
  if (person.readOnly) return { kind: 'read-only-role' }
  return volume.bootable ? availableObstacle(volume, person) : { kind: 'not-bootable' }
}

/** The part of a launch address that stands for the volume's id. */
export const volumeIdPlaceholder = '{volume_id}'

/** Where an instance is launched from the volume. */
export const launchAddress = (launchUrl: string, { id }: Pick<Volume, 'id'>): string =>
  launchUrl.replaceAll(volumeIdPlaceholder, encodeURIComponent(id))

/** A type that a volume could be given, and why not now. */
export type OfferedType = { type: VolumeType; obstacle: ActionObstacle | undefined }

/**
 * The types that `volume` may be given instead of its own: cinder/volume/api.py, `retype`. Left out is what makes no
 * volume at all: types that are both shareable and encrypted.
 */
export function typesToChangeTo(volume: Volume, types: readonly VolumeType[]): OfferedType[] {
  return types
    .filter(({ name }) => name !== volume.typeName)
    .filter((type) => !(isShareableType(type) && type.encrypted))
    .map((type): OfferedType => {
      // Where the cloud does not tell, it decides when it is asked.
      const changesSharing = sharingOf(type) === (volume.shareable ? 'not-shareable' : 'shareable')
      const barred = changesSharing && volume.status !== 'available'
      return { type, obstacle: barred ? needsAvailable(volume) : undefined }
    })
    .toSorted((a, b) => Number(a.obstacle !== undefined) - Number(b.obstacle !== undefined))
}

/** What changing to a type brings with it that the person should know of. */
export type TypeConsequence =
  | 'becomes-shareable'
  | 'stops-being-shareable'
  /** The cloud does not tell whether it is shareable then. */
  | 'sharing-not-told'
  /** Its data has to be rewritten elsewhere without encryption: cinder/volume/manager.py, `retype`. */
  | 'loses-encryption'

/** What giving `volume` the type brings with it. */
export function typeConsequences(volume: Volume, type: VolumeType): TypeConsequence[] {
  const sharing = sharingOf(type)
  const shareable = sharing === 'shareable'
  return [
    ...(shareable && !volume.shareable ? (['becomes-shareable'] as const) : []),
    ...(sharing === 'not-shareable' && volume.shareable
      ? (['stops-being-shareable'] as const)
      : []),
    ...(sharing === 'not-told' ? (['sharing-not-told'] as const) : []),
    // Shareable types are never encrypted; of the others, only administrators see it.
    ...(volume.encrypted && (shareable || type.encrypted === false)
      ? (['loses-encryption'] as const)
      : []),
  ]
}

/**
 * Whether `volume` shares otherwise than its type says. Cinder changes sharing as soon as it accepts a new type, and leaves it
 * changed where the rest fails.
 */
export function sharingDiffersFromType(
  { typeName, shareable }: Pick<Volume, 'typeName' | 'shareable'>,
  types: readonly VolumeType[],
): boolean {
  const own = types.find(({ name }) => name === typeName)
  return own !== undefined && sharingOf(own) === (shareable ? 'not-shareable' : 'shareable')
}
