import { mutationOptions } from '@tanstack/react-query'

import { bothBreadths, type Workplace } from '#src/model/cloud/workplace.ts'
import type { AccessChange, TypeChange } from '#src/model/volume-type/type-change.ts'
import { shareableExtraSpec } from '#src/model/volume-type/volume-type.ts'
import type { MetadataChange } from '#src/model/volume/volume-metadata.ts'
import {
  grantTypeAccess,
  listTypeAccess,
  revokeTypeAccess,
  setDefaultType,
  unsetDefaultType,
} from '#src/openstack/type-access.ts'
import {
  createTypeEncryption,
  deleteTypeEncryption,
  updateTypeEncryption,
  type WantedEncryption,
} from '#src/openstack/type-encryption.ts'
import {
  createVolumeType,
  deleteVolumeType,
  type NewVolumeType,
  removeExtraSpec,
  setExtraSpecs,
  updateVolumeType,
} from '#src/openstack/volume-types.ts'

import { anyTypesKey } from './volume-types-key.ts'
import { volumesKey } from './volumes.ts'

const meta = { refreshes: [anyTypesKey] }

/** Makes a volume type, which the projects of a private one may not use yet. */
export const createTypeMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: (type: NewVolumeType) => createVolumeType(session, type),
    meta,
  })

/**
 * Lets projects use a private type, and others no longer; what somebody else granted meanwhile stays. Who may use it now is asked
 * just before, since Cinder refuses to grant twice and to revoke what is not granted.
 */
async function changeAccess(session: Workplace, type: string, { grant, revoke }: AccessChange) {
  if (grant.length + revoke.length === 0) return
  const now = new Set(await listTypeAccess(session, type))
  for (const project of grant) if (!now.has(project)) await grantTypeAccess(session, type, project)
  for (const project of revoke) if (now.has(project)) await revokeTypeAccess(session, type, project)
}

/** Changes which projects may use a private type. */
export const changeAccessMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: ({ id, change }: { id: string; change: AccessChange }) =>
      changeAccess(session, id, change),
    meta,
  })

/** What is to become of a type, and of who may use it. */
export type WantedType = { id: string; change: TypeChange; access: AccessChange }

/**
 * Makes of a type what a person wants, sending only what is different. What Cinder most likely refuses, since volumes are of the
 * type, comes first, so that nothing has changed then.
 */
export const updateTypeMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: async ({ id, change, access }: WantedType) => {
      const { shareable, ...properties } = change
      if (shareable === true) await setExtraSpecs(session, id, shareableExtraSpec)
      if (shareable === false) await removeExtraSpec(session, id, 'multiattach')
      if (Object.values(properties).some((value) => value !== undefined))
        await updateVolumeType(session, id, properties)
      await changeAccess(session, id, access)
    },
    // Volumes name their type.
    meta: { refreshes: [anyTypesKey, ...bothBreadths(session).map(volumesKey)] },
  })

/** Changes a type's extra specs: what goes goes first, since some exclude each other. */
export const changeSpecsMutation = (session: Workplace, id: string) =>
  mutationOptions({
    mutationFn: async ({ set, unset }: MetadataChange) => {
      for (const key of unset) await removeExtraSpec(session, id, key)
      if (Object.keys(set).length > 0) await setExtraSpecs(session, id, set)
    },
    meta,
  })

/** Encrypts volumes of a type, or changes how they are; `id` is that of the encryption which there is. */
export const encryptTypeMutation = (session: Workplace, type: string) =>
  mutationOptions({
    mutationFn: ({ id, wanted }: { id: string | undefined; wanted: WantedEncryption }) =>
      id === undefined
        ? createTypeEncryption(session, type, wanted)
        : updateTypeEncryption(session, type, id, wanted),
    meta,
  })

/** Makes volumes of a type plain. */
export const removeEncryptionMutation = (session: Workplace, type: string) =>
  mutationOptions({
    mutationFn: (id: string) => deleteTypeEncryption(session, type, id),
    meta,
  })

/** Gives the session's project a default type of its own, or has it follow the cloud's again, where none is given. */
export const defaultTypeMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: (type: string | undefined) =>
      type === undefined
        ? unsetDefaultType(session, session.project.id)
        : setDefaultType(session, session.project.id, type),
    meta,
  })

/** Deletes a type. */
export const deleteTypeMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: (id: string) => deleteVolumeType(session, id),
    meta,
  })
