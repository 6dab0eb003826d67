/** A volume type: what kind of storage a volume is made on, and with which properties. */
export type VolumeType = {
  id: string
  name: string
  description: string
  isPublic: boolean
  /** What an ordinary user may see of them; administrators see all. Empty where the cloud does not tell them. */
  extraSpecs: Readonly<Record<string, string>>
  /** Whether the cloud tells this person extra specs: before Xena it doesn't, and later the operator may hide them. */
  tellsSpecs: boolean
  /** Whether its volumes are encrypted; null where the cloud does not tell this person. */
  encrypted: boolean | null
}

/** What the extra spec `multiattach` has to say: cinder/volume/volume_types.py, `<is> True`. */
export const shareableExtraSpec = { multiattach: '<is> True' } as const

/**
 * Whether volumes of the type can be attached to more than one instance. Cinder compares letter by letter: volumes of
 * `<is> true` are put where sharing is possible, and are not shareable (cinder/volume/flows/api/create_volume.py).
 */
export const isShareableType = ({ extraSpecs }: Pick<VolumeType, 'extraSpecs'>): boolean =>
  extraSpecs['multiattach'] === shareableExtraSpec.multiattach

/** Whether volumes of a type can be shared, as far as the cloud tells. */
export type Sharing = 'shareable' | 'not-shareable' | 'not-told'

/** Whether volumes of the type can be shared; of a type without extra specs it is not known where the cloud hides them. */
export function sharingOf(type: Pick<VolumeType, 'extraSpecs' | 'tellsSpecs'>): Sharing {
  if (isShareableType(type)) return 'shareable'
  return type.tellsSpecs ? 'not-shareable' : 'not-told'
}

/** The types, with what their volumes show: where the cloud hides extra specs, the type of a shareable volume is shareable. */
export function withShownSharing(
  types: readonly VolumeType[],
  volumes: readonly { typeName: string | null; shareable: boolean }[],
): readonly VolumeType[] {
  if (types.every(({ tellsSpecs }) => tellsSpecs)) return types
  const shown = new Set(volumes.filter(({ shareable }) => shareable).map((one) => one.typeName))
  return types.map((type) =>
    !type.tellsSpecs && shown.has(type.name) ? { ...type, extraSpecs: shareableExtraSpec } : type,
  )
}

/**
 * The types that a new volume may have, by name: Cinder's own order is that of random ids for types made in one second.
 * Shareable and encrypted exclude each other (cinder/volume/flows/api/create_volume.py), so a type that is both makes no
 * volume at all. A type of which the cloud does not tell it may be either.
 */
export const typesFor = (types: readonly VolumeType[], shareable: boolean): VolumeType[] =>
  types
    .filter((type) => sharingOf(type) !== (shareable ? 'not-shareable' : 'shareable'))
    .filter((type) => !(shareable && type.encrypted))
    .toSorted((a, b) => a.name.localeCompare(b.name))
