import { mutationOptions } from '@tanstack/react-query'

import type { ProjectId } from '#src/model/session.ts'
import { accessChange, typeChange, type TypeValues } from '#src/model/type-change.ts'
import type { MetadataChange } from '#src/model/volume-metadata.ts'
import { shareableExtraSpec, type VolumeType } from '#src/model/volume-type.ts'
import { bothBreadths, type Workplace } from '#src/model/workplace.ts'
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

/** Lets the projects of a list use a private type, and no others; who may use it now is asked just before. */
async function setAccess(session: Workplace, type: string, projects: readonly ProjectId[]) {
  const { grant, revoke } = accessChange(await listTypeAccess(session, type), projects)
  for (const project of grant) await grantTypeAccess(session, type, project)
  for (const project of revoke) await revokeTypeAccess(session, type, project)
}

/** Has the projects of a list use a private type, and no others. */
export const setAccessMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: ({ id, projects }: { id: string; projects: readonly ProjectId[] }) =>
      setAccess(session, id, projects),
    meta,
  })

/**
 * Makes of a type what a person wants, sending only what is different. What Cinder most likely refuses, since volumes are of the
 * type, comes first, so that nothing has changed then.
 */
export const updateTypeMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: async ({ type, values }: { type: VolumeType; values: TypeValues }) => {
      const { id } = type
      const { shareable, ...properties } = typeChange(type, values)
      if (shareable === true) await setExtraSpecs(session, id, shareableExtraSpec)
      if (shareable === false) await removeExtraSpec(session, id, 'multiattach')
      if (Object.values(properties).some((value) => value !== undefined))
        await updateVolumeType(session, id, properties)
      if (!values.isPublic) await setAccess(session, id, values.projects)
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
