import { type Capabilities, speaks } from '#src/model/cloud/microversion.ts'
import type { ProjectId } from '#src/model/cloud/session.ts'

import type { TypeFacts } from './type-facts.ts'
import { isShareableType } from './volume-type.ts'

/** Why something can't be done with a volume type. */
export type TypeObstacle =
  /** Volumes are of it. */
  | 'in-use'
  /** It is what volumes get for which no type is asked. */
  | 'default'
  /** Shareable and encrypted exclude each other. */
  | 'shareable'
  | 'encrypted'
  /** Everybody may use it already. */
  | 'public'
  /** Cinder has default types of projects since 3.62. */
  | 'old-cloud'

/** Whether volumes are of the type, as far as that is known. */
export const isInUse = ({ volumes = 0 }: Pick<TypeFacts, 'volumes'>): boolean => volumes > 0

/** Why the type can't be deleted: cinder/volume/volume_types.py, `destroy`, and cinder/db/sqlalchemy/api.py, `volume_type_destroy`. */
export function deleteTypeObstacle(type: TypeFacts): TypeObstacle | undefined {
  if (type.isDefaultOfCloud || type.defaultOf.length > 0) return 'default'
  return isInUse(type) ? 'in-use' : undefined
}

/**
 * Why the type can't be encrypted. Cinder would take an encryption of a shareable type, and then make no volume of it
 * (cinder/volume/flows/api/create_volume.py).
 */
export function encryptObstacle(type: TypeFacts): TypeObstacle | undefined {
  if (isShareableType(type)) return 'shareable'
  return isInUse(type) ? 'in-use' : undefined
}

/** Why the type's encryption can't be changed or removed: cinder/api/contrib/volume_type_encryption.py. */
export const changeEncryptionObstacle = (type: TypeFacts): TypeObstacle | undefined =>
  isInUse(type) ? 'in-use' : undefined

/** Why the type can't become shareable; one that is shareable and encrypted, so that it makes no volume, may cease to be. */
export const shareObstacle = (
  type: Pick<TypeFacts, 'encryption' | 'extraSpecs'>,
): TypeObstacle | undefined => (type.encryption && !isShareableType(type) ? 'encrypted' : undefined)

/** Why there is nothing to say about which projects may use the type. */
export const accessObstacle = ({ isPublic }: TypeFacts): TypeObstacle | undefined =>
  isPublic ? 'public' : undefined

/** Why a project can't have a default type of its own. */
export const ownDefaultObstacle = (cloud: Capabilities): TypeObstacle | undefined =>
  speaks(cloud, 'volume', '3.62') ? undefined : 'old-cloud'

/** Whether a project has the type as a default of its own. */
export const isDefaultOf = ({ defaultOf }: TypeFacts, project: ProjectId): boolean =>
  defaultOf.includes(project)
