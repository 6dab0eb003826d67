import type { ProjectId } from '#src/model/cloud/session.ts'
import { folded } from '#src/model/search-text.ts'
import type { Pool } from '#src/model/services/pool.ts'

import { cannotBeMade, type PlacementGap } from './type-placement.ts'
import { isShareableType, type VolumeType } from './volume-type.ts'

/** How volumes of a type are encrypted. */
export type TypeEncryption = {
  id: string
  /** Such as `luks`. */
  provider: string
  /** Where it is done: by the hypervisor (`front-end`) or by the storage (`back-end`). */
  controlLocation: string
  /** Such as `aes-xts-plain64`; empty where the provider's own is taken. */
  cipher: string
  /** In bits; null where the provider's own is taken. */
  keySize: number | null
}

/** Which types volumes get for which none is asked. */
export type TypeDefaults = {
  /** Id of the type that the cloud's configuration names; undefined where a project's own default hides it. */
  ofCloud: string | undefined
  /** Ids of the types of projects that have a default of their own. */
  ofProjects: ReadonlyMap<ProjectId, string>
}

/** A volume type with all that an administrator wants to know of it. */
export type TypeFacts = VolumeType & {
  /** null where its volumes are not encrypted; undefined while that is not known. */
  encryption: TypeEncryption | null | undefined
  /** How many volumes are of it, in all projects; undefined while that is not known. */
  volumes: number | undefined
  isDefaultOfCloud: boolean
  /** The projects that have it as a default of their own. */
  defaultOf: readonly ProjectId[]
  /** Why its volumes can't be made on any pool. */
  gap: PlacementGap | undefined
}

/** What is known beside the types themselves; each part comes from a request of its own. */
export type BesideTypes = {
  encryptions: ReadonlyMap<string, TypeEncryption | null> | undefined
  counts: ReadonlyMap<string, number> | undefined
  defaults: TypeDefaults | undefined
  pools: readonly Pool[] | undefined
}

/** Puts beside each type what is known of it. */
export const typeFacts = (
  types: readonly VolumeType[],
  { encryptions, counts, defaults, pools }: BesideTypes,
): TypeFacts[] =>
  types.map((type) => {
    const encryption = encryptions?.get(type.id)
    return {
      ...type,
      encrypted: encryption === undefined ? null : encryption !== null,
      encryption,
      volumes: counts?.get(type.id),
      isDefaultOfCloud: defaults?.ofCloud === type.id,
      defaultOf: [...(defaults?.ofProjects ?? [])].flatMap(([project, id]) =>
        id === type.id ? [project] : [],
      ),
      gap: pools && cannotBeMade(type, pools),
    }
  })

/** Which types a table shows; what is left out does not matter. */
export type TypeFilter = {
  /** Found in name, id, description or an extra spec. */
  text?: string | undefined
  shareable?: boolean | undefined
}

/** The types that the filter lets through, in their order. */
export function filterTypes<Type extends VolumeType>(
  types: readonly Type[],
  { text = '', shareable }: TypeFilter,
): readonly Type[] {
  const wanted = folded(text)
  return types.filter(
    (type) =>
      (shareable === undefined || isShareableType(type) === shareable) &&
      (wanted === '' ||
        type.id.startsWith(wanted) ||
        [type.name, type.description, ...Object.entries(type.extraSpecs).flat()].some((words) =>
          folded(words).includes(wanted),
        )),
  )
}

/** The name of the back end that a type asks for; empty where any will do. */
export const backEndOf = ({ extraSpecs }: Pick<VolumeType, 'extraSpecs'>): string =>
  extraSpecs['volume_backend_name'] ?? extraSpecs['capabilities:volume_backend_name'] ?? ''
