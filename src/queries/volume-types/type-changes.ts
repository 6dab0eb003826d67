import { mutationOptions } from '@tanstack/react-query'

import { bothScopes, type Scope } from '#src/model/cloud/scope.ts'
import type { AccessChange, TypeChange } from '#src/model/volume-type/type-change.ts'
import { shareableExtraSpec } from '#src/model/volume-type/volume-type.ts'
import type { MetadataChange } from '#src/model/volume/volume-metadata.ts'
import {
  grantTypeAccess,
  listTypeAccess,
  revokeTypeAccess,
  setDefaultType,
  unsetDefaultType,
} from '#src/openstack/volume-types/type-access.ts'
import {
  createTypeEncryption,
  deleteTypeEncryption,
  updateTypeEncryption,
  type EncryptionRequest,
} from '#src/openstack/volume-types/type-encryption.ts'
import {
  createVolumeType,
  deleteVolumeType,
  type NewVolumeType,
  removeExtraSpec,
  setExtraSpecs,
  updateVolumeType,
} from '#src/openstack/volume-types/volume-types.ts'
import { volumesKey } from '#src/queries/volumes/volumes.ts'

import { anyTypesKey } from './volume-types-key.ts'

const meta = { refreshes: [anyTypesKey] }

/** Makes a volume type, which the projects of a private one may not use yet. */
export const createTypeMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (type: NewVolumeType) => createVolumeType(scope, type),
    meta,
  })

/**
 * Lets projects use a private type, and others no longer; what somebody else granted meanwhile stays. Who may use it now is asked
 * just before, since Cinder refuses to grant twice and to revoke what is not granted.
 */
async function changeAccess(scope: Scope, type: string, { grant, revoke }: AccessChange) {
  if (grant.length + revoke.length === 0) return
  const now = new Set(await listTypeAccess(scope, type))
  for (const project of grant) if (!now.has(project)) await grantTypeAccess(scope, type, project)
  for (const project of revoke) if (now.has(project)) await revokeTypeAccess(scope, type, project)
}

/** Changes which projects may use a private type. */
export const changeAccessMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: ({ id, change }: { id: string; change: AccessChange }) =>
      changeAccess(scope, id, change),
    meta,
  })

/** What is to become of a type, and of who may use it. */
export type WantedType = { id: string; change: TypeChange; access: AccessChange }

/**
 * Makes of a type what a person wants, sending only what is different. What Cinder most likely refuses, since volumes are of the
 * type, comes first, so that nothing has changed then.
 */
export const updateTypeMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: async ({ id, change, access }: WantedType) => {
      const { shareable, ...properties } = change
      if (shareable === true) await setExtraSpecs(scope, id, shareableExtraSpec)
      if (shareable === false) await removeExtraSpec(scope, id, 'multiattach')
      if (Object.values(properties).some((value) => value !== undefined))
        await updateVolumeType(scope, id, properties)
      await changeAccess(scope, id, access)
    },
    // Volumes name their type.
    meta: { refreshes: [anyTypesKey, ...bothScopes(scope).map(volumesKey)] },
  })

/** Changes a type's extra specs: what goes goes first, since some exclude each other. */
export const changeSpecsMutation = (scope: Scope, id: string) =>
  mutationOptions({
    mutationFn: async ({ set, unset }: MetadataChange) => {
      for (const key of unset) await removeExtraSpec(scope, id, key)
      if (Object.keys(set).length > 0) await setExtraSpecs(scope, id, set)
    },
    meta,
  })

/** Encrypts volumes of a type, or changes how they are; `id` is that of the encryption which there is. */
export const encryptTypeMutation = (scope: Scope, type: string) =>
  mutationOptions({
    mutationFn: ({ id, wanted }: { id: string | undefined; wanted: EncryptionRequest }) =>
      id === undefined
        ? createTypeEncryption(scope, type, wanted)
        : updateTypeEncryption(scope, type, id, wanted),
    meta,
  })

/** Makes volumes of a type plain. */
export const removeEncryptionMutation = (scope: Scope, type: string) =>
  mutationOptions({
    mutationFn: (id: string) => deleteTypeEncryption(scope, type, id),
    meta,
  })

/** Gives the session's project a default type of its own, or has it follow the cloud's again, where none is given. */
export const defaultTypeMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (type: string | undefined) =>
      type === undefined
        ? unsetDefaultType(scope, scope.project.id)
        : setDefaultType(scope, scope.project.id, type),
    meta,
  })

/** Deletes a type. */
export const deleteTypeMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (id: string) => deleteVolumeType(scope, id),
    meta,
  })
