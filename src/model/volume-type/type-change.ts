import { isTooLong } from '#src/model/cloud/length.ts'
import type { ProjectId } from '#src/model/cloud/session.ts'

import { isShareableType, type VolumeType } from './volume-type.ts'

/** What a person says of a volume type, new or changed. */
export type TypeValues = {
  name: string
  description: string
  isPublic: boolean
  shareable: boolean
  /** The projects that may use it; of no account while it is public. */
  projects: readonly ProjectId[]
}

/** What has to be done to make of a type what a person wants; what is undefined stays. */
export type TypeChange = {
  name: string | undefined
  description: string | undefined
  isPublic: boolean | undefined
  shareable: boolean | undefined
}

/** What is different between a type and what a person wants of it, but for who may use it. */
export function typeChange(type: VolumeType, values: TypeValues): TypeChange {
  const name = values.name.trim()
  return {
    name: name === type.name ? undefined : name,
    description: values.description === type.description ? undefined : values.description,
    isPublic: values.isPublic === type.isPublic ? undefined : values.isPublic,
    shareable: values.shareable === isShareableType(type) ? undefined : values.shareable,
  }
}

/** The projects that get access to a private type, and those that lose it. */
export type AccessChange = { grant: readonly ProjectId[]; revoke: readonly ProjectId[] }

/** What has to be done so that the projects of `after` may use a type, and no others. */
export const accessChange = (
  before: readonly ProjectId[],
  after: readonly ProjectId[],
): AccessChange => ({
  grant: after.filter((project) => !before.includes(project)),
  revoke: before.filter((project) => !after.includes(project)),
})

/** What is wrong with the name or the description of a type. */
export type TypeProblem = 'name-missing' | 'too-long'

/** What is wrong with what was typed, by field: cinder/api/validation/parameter_types.py, `name` and `description`. */
export function typeProblems({
  name,
  description,
}: Pick<TypeValues, 'name' | 'description'>): Partial<Record<'name' | 'description', TypeProblem>> {
  const ofName = name.trim() === '' ? 'name-missing' : isTooLong(name.trim()) && 'too-long'
  return {
    ...(ofName && { name: ofName }),
    ...(isTooLong(description) && { description: 'too-long' as const }),
  }
}
