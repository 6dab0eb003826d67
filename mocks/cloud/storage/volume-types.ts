import type { Caller } from '#mocks/cloud/identity/caller.ts'
import { isUuid } from '#mocks/cloud/ids.ts'
import { notFound, Refusal } from '#mocks/cloud/refusal.ts'

import type { BlockStorage, VolumeType } from './block-storage.ts'

const mayUse = (caller: Caller, type: VolumeType) =>
  caller.isAdmin || type.isPublic || type.access.has(caller.projectId ?? '')

/** A type that the caller can see, or the 404. */
export function typeFor({ types }: BlockStorage, caller: Caller, id: string): VolumeType {
  const type = types.get(id)
  if (!type || !mayUse(caller, type)) throw notFound('Volume type', id)
  return type
}

export const typeNamed = ({ types }: BlockStorage, name: string): VolumeType | undefined =>
  [...types.values()].find((type) => type.name === name)

/** A type by id or name, as requests for volumes name it; refuses one that the project may not use. */
export function typeByIdOrName(
  storage: BlockStorage,
  caller: Caller,
  idOrName: string,
): VolumeType {
  const type = storage.types.get(idOrName) ?? typeNamed(storage, idOrName)
  if (!type && isUuid(idOrName)) throw notFound('Volume type', idOrName)
  if (!type) throw new Refusal(404, `Volume type with name ${idOrName} could not be found.`)
  const ours = type.isPublic || type.access.has(caller.projectId ?? '')
  if (!ours) throw notFound('Volume type', type.id)
  return type
}

/** The type of volumes for which none is named. */
export function defaultTypeOf(storage: BlockStorage, projectId: string): VolumeType {
  const own = storage.types.get(storage.defaultTypes.get(projectId) ?? '')
  const type = own ?? typeNamed(storage, storage.defaultTypeName)
  if (!type) throw new Refusal(404, 'Default volume type can not be found.')
  return type
}

/** The types that the caller sees. */
export const visibleTypes = ({ types }: BlockStorage, caller: Caller): VolumeType[] =>
  [...types.newestFirst()].filter((type) => mayUse(caller, type))

/** Whether any volume is of the type. */
export const isInUse = ({ volumes }: BlockStorage, { id }: VolumeType): boolean => {
  for (const volume of volumes.values()) if (volume.typeId === id) return true
  return false
}
