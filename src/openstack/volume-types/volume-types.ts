import { z } from 'zod/mini'

import type { Listed } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import { shareableExtraSpec, type VolumeType } from '#src/model/volume-type/volume-type.ts'
import { flag, needed, pairs, text } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'
import { pageOf } from '#src/openstack/http/pagination.ts'

/** A volume type as Cinder tells it. A spec that a type was made with can be null. */
const typeSchema = z.pipe(
  z.object({
    id: needed,
    name: needed,
    description: text,
    is_public: flag,
    extra_specs: pairs,
  }),
  z.transform((raw): VolumeType => ({
    id: raw.id,
    name: raw.name,
    description: raw.description ?? '',
    isPublic: raw.is_public ?? true,
    extraSpecs: raw.extra_specs ?? {},
    tellsSpecs: raw.extra_specs !== null,
    encrypted: null,
  })),
)

const typePage = pageOf('volume_types', typeSchema, ['volume_type_links'])
const oneType = z.object({ volume_type: typeSchema })

const listTypes = (
  cloud: CloudScope,
  query: { is_public?: 'None' },
  signal?: AbortSignal,
): Promise<Listed<VolumeType>> => cinder(cloud).all('/types', typePage, { query, signal })

/**
 * The volume types that the user may use. Since Xena an ordinary user sees a few of the extra specs, `multiattach` among
 * them (cinder/policies/type_extra_specs.py, USER_VISIBLE_EXTRA_SPECS), unless the operator hides them; before, none.
 */
export const listVolumeTypes = (cloud: CloudScope, signal?: AbortSignal) =>
  listTypes(cloud, {}, signal)

/** All volume types, private ones too; for administrators, others get those that they may use. */
export const listAllVolumeTypes = (cloud: CloudScope, signal?: AbortSignal) =>
  listTypes(cloud, { is_public: 'None' }, signal)

/**
 * The type that a volume gets when none is asked for.
 * @throws ApiError of kind `not-found` where the cloud names none
 */
export async function getDefaultVolumeType(
  cloud: CloudScope,
  signal?: AbortSignal,
): Promise<VolumeType> {
  const body = await cinder(cloud).get('/types/default', oneType, { signal })
  return body.volume_type
}

/** What a new volume type is to be. */
export type NewVolumeType = {
  name: string
  description: string
  isPublic: boolean
  shareable: boolean
}

/** Makes a volume type; for administrators. */
export async function createVolumeType(
  cloud: CloudScope,
  { name, description, isPublic, shareable }: NewVolumeType,
): Promise<VolumeType> {
  const body = await cinder(cloud).post('/types', oneType, {
    body: {
      volume_type: {
        name,
        description,
        'os-volume-type-access:is_public': isPublic,
        extra_specs: shareable ? shareableExtraSpec : {},
      },
    },
  })
  return body.volume_type
}

const pathOf = (id: string) => `/types/${encodeURIComponent(id)}`

/** Changes a type's name, its description, or whether everybody may use it; what is undefined stays. */
export async function updateVolumeType(
  cloud: CloudScope,
  id: string,
  change: {
    name?: string | undefined
    description?: string | undefined
    isPublic?: boolean | undefined
  },
): Promise<void> {
  const { isPublic, ...others } = change
  await cinder(cloud).send('PUT', pathOf(id), {
    body: { volume_type: { ...others, is_public: isPublic } },
  })
}

/** Deletes a type; Cinder refuses where it is a default, or volumes are of it. */
export const deleteVolumeType = (cloud: CloudScope, id: string) =>
  cinder(cloud).send('DELETE', pathOf(id))

/** Gives a type extra specs, or other values to those that it has; all or none. Cinder refuses while volumes are of it. */
export const setExtraSpecs = (
  cloud: CloudScope,
  id: string,
  specs: Readonly<Record<string, string>>,
) => cinder(cloud).send('POST', `${pathOf(id)}/extra_specs`, { body: { extra_specs: specs } })

/** Takes an extra spec from a type. Cinder refuses while volumes are of it. */
export const removeExtraSpec = (cloud: CloudScope, id: string, key: string) =>
  cinder(cloud).send('DELETE', `${pathOf(id)}/extra_specs/${encodeURIComponent(key)}`)

const volumeCount = z.object({ count: z.number() })

/**
 * How many volumes of all projects are of a type; for administrators, who alone may look for them by type
 * (cinder/api/common.py, `reject_invalid_filters`). Needs 3.45.
 */
export async function countVolumesOfType(
  cloud: CloudScope,
  id: string,
  signal?: AbortSignal,
): Promise<number> {
  const body = await cinder(cloud).get('/volumes', volumeCount, {
    query: { all_tenants: 1, limit: 1, with_count: true, volume_type_id: id },
    signal,
  })
  return body.count
}
