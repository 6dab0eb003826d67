import { z } from 'zod/mini'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { TypeEncryption } from '#src/model/volume-type/type-facts.ts'
import { number, text } from '#src/openstack/http/fields.ts'
import { cinder } from '#src/openstack/http/http.ts'

/** Empty where there is none: cinder/api/contrib/volume_type_encryption.py, `index`. */
const encryptionSchema = z.object({
  encryption_id: text,
  provider: text,
  control_location: text,
  cipher: text,
  key_size: number,
})

const pathOf = (type: string) => `/types/${encodeURIComponent(type)}/encryption`

/**
 * How volumes of a type are encrypted; null where they are not.
 * @throws ApiError of kind `forbidden` for others than administrators
 */
export async function getTypeEncryption(
  cloud: CloudScope,
  type: string,
  signal?: AbortSignal,
): Promise<TypeEncryption | null> {
  const body = await cinder(cloud).get(pathOf(type), encryptionSchema, { signal })
  if (body.encryption_id === null) return null
  return {
    id: body.encryption_id,
    provider: body.provider ?? '',
    controlLocation: body.control_location ?? '',
    cipher: body.cipher ?? '',
    keySize: body.key_size,
  }
}

/** How volumes of a type are to be encrypted. */
export type EncryptionRequest = Omit<TypeEncryption, 'id'>

const bodyOf = ({ provider, controlLocation, cipher, keySize }: EncryptionRequest) => ({
  encryption: {
    provider,
    control_location: controlLocation,
    // Null takes away what was there.
    cipher: cipher === '' ? null : cipher,
    key_size: keySize,
  },
})

/** Encrypts volumes of a type from now on. Cinder refuses while volumes are of it. */
export const createTypeEncryption = (cloud: CloudScope, type: string, wanted: EncryptionRequest) =>
  cinder(cloud).send('POST', pathOf(type), { body: bodyOf(wanted) })

/** Changes how volumes of a type are encrypted. Cinder refuses while volumes are of it. */
export const updateTypeEncryption = (
  cloud: CloudScope,
  type: string,
  id: string,
  wanted: EncryptionRequest,
) =>
  cinder(cloud).send('PUT', `${pathOf(type)}/${encodeURIComponent(id)}`, { body: bodyOf(wanted) })

/** Makes volumes of a type plain from now on. Cinder refuses while volumes are of it. */
export const deleteTypeEncryption = (cloud: CloudScope, type: string, id: string) =>
  cinder(cloud).send('DELETE', `${pathOf(type)}/${encodeURIComponent(id)}`)
