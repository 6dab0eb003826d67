import { z } from 'zod'

import { type Capabilities, microversionFor } from '#src/model/microversion.ts'
import { shareableExtraSpec, type VolumeType } from '#src/model/volume-type.ts'

import { ask } from './http.ts'

const typeSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string().nullish(),
    is_public: z.boolean().nullish(),
    extra_specs: z.record(z.string(), z.string()).nullish(),
  })
  .transform((told): VolumeType => ({
    id: told.id,
    name: told.name,
    description: told.description ?? '',
    isPublic: told.is_public ?? true,
    extraSpecs: told.extra_specs ?? {},
    encrypted: null,
  }))

const typeList = z.object({ volume_types: z.array(typeSchema) })
const oneType = z.object({ volume_type: typeSchema })

/**
 * The volume types that the person may use. Of the extra specs an ordinary user sees a few, `multiattach` among them
 * (cinder/policies/type_extra_specs.py, USER_VISIBLE_EXTRA_SPECS).
 */
export async function listVolumeTypes(
  cloud: Capabilities,
  signal?: AbortSignal,
): Promise<VolumeType[]> {
  const { body } = await ask(
    {
      service: 'volume',
      path: '/types',
      microversion: microversionFor(cloud, 'volume'),
      ...(signal && { signal }),
    },
    typeList,
  )
  return body.volume_types
}

/**
 * The type that a volume gets when none is asked for.
 * @throws ApiError of kind `not-found` where the cloud names none
 */
export async function getDefaultVolumeType(
  cloud: Capabilities,
  signal?: AbortSignal,
): Promise<VolumeType> {
  const { body } = await ask(
    {
      service: 'volume',
      path: '/types/default',
      microversion: microversionFor(cloud, 'volume'),
      ...(signal && { signal }),
    },
    oneType,
  )
  return body.volume_type
}

const encryption = z.object({ encryption_id: z.string().optional() })

/** Whether volumes of the type are encrypted; told to administrators only. */
export async function isEncryptedType(
  cloud: Capabilities,
  id: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const { body } = await ask(
    {
      service: 'volume',
      path: `/types/${encodeURIComponent(id)}/encryption`,
      microversion: microversionFor(cloud, 'volume'),
      ...(signal && { signal }),
    },
    encryption,
  )
  return body.encryption_id !== undefined
}

/** Makes a public volume type whose volumes several instances may hold; for administrators. */
export async function createShareableType(
  cloud: Capabilities,
  { name, description }: { name: string; description: string },
): Promise<VolumeType> {
  const { body } = await ask(
    {
      service: 'volume',
      method: 'POST',
      path: '/types',
      microversion: microversionFor(cloud, 'volume'),
      body: {
        volume_type: {
          name,
          description,
          'os-volume-type-access:is_public': true,
          extra_specs: shareableExtraSpec,
        },
      },
    },
    oneType,
  )
  return body.volume_type
}
