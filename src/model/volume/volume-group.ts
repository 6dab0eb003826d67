/** A group of volumes that belong together: Cinder's generic volume group. */
export type VolumeGroup = {
  id: string
  /** Empty where it has none. */
  name: string
  description: string
  status: string
}

/** The project's groups by id; undefined as long as they are not known. */
export type KnownGroups = ReadonlyMap<string, VolumeGroup> | undefined

/** What to call a group: its name, or its id where it has none or is not known. Empty for no group. */
export const groupNameOf = (groupId: string | null, groups: KnownGroups): string =>
  groupId === null ? '' : groups?.get(groupId)?.name || groupId
