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

/**
 * The types that a new volume may have, by name: Cinder's own order is that of random ids for types made in one second.
 * Shareable and encrypted exclude each other (cinder/volume/flows/api/create_volume.py), so a type that is both makes no
 * volume at all.
 */
export const typesFor = (types: readonly VolumeType[], shareable: boolean): VolumeType[] =>
  types
    .filter((type) => isShareableType(type) === shareable && !(shareable && type.encrypted))
    .toSorted((a, b) => a.name.localeCompare(b.name))
