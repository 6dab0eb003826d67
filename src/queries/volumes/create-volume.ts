import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import { isAdministrator } from '#src/model/cloud/role.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import { isShareableType, type VolumeType } from '#src/model/volume-type/volume-type.ts'
import type { Image } from '#src/model/volume/source.ts'
import { getTypeEncryption } from '#src/openstack/volume-types/type-encryption.ts'
import {
  createVolumeType,
  getDefaultVolumeType,
  listVolumeTypes,
} from '#src/openstack/volume-types/volume-types.ts'
import { listAvailabilityZones } from '#src/openstack/volumes/availability-zones.ts'
import { listImages } from '#src/openstack/volumes/images.ts'
import { scopeKey } from '#src/queries/session.ts'
import { anyTypesKey, typesKey } from '#src/queries/volume-types/volume-types-key.ts'

const seldomMs = 60_000

async function withEncryption(scope: Scope, type: VolumeType, signal: AbortSignal) {
  if (!isShareableType(type)) return type
  const encrypted = await getTypeEncryption(scope, type.id, signal).then(
    (encryption) => encryption !== null,
    () => null,
  )
  return { ...type, encrypted }
}

/**
 * The volume types that the person may choose from. Administrators, who alone can see it, also learn which of the
 * shareable ones are encrypted, since those make no volume.
 */
export const volumeTypesQuery = (scope: Scope) =>
  queryOptions({
    queryKey: typesKey(scope),
    queryFn: async ({ signal }) => {
      const types = await listVolumeTypes(scope, signal)
      if (!isAdministrator(scope)) return types
      const items = await Promise.all(
        types.items.map((type) => withEncryption(scope, type, signal)),
      )
      return { ...types, items }
    },
    select: itemsOf<VolumeType>,
    staleTime: seldomMs,
  })

/** The name of the type that a volume gets when none is chosen; null where the cloud names none. */
export const defaultVolumeTypeQuery = (scope: Scope) =>
  queryOptions({
    queryKey: [...typesKey(scope), 'default'],
    queryFn: ({ signal }) =>
      getDefaultVolumeType(scope, signal).then(
        ({ name }) => name,
        () => null,
      ),
    staleTime: seldomMs,
  })

/** Makes a shareable type; for administrators. */
export const createShareableTypeMutation = (scope: Scope) =>
  mutationOptions({
    mutationFn: (type: { name: string; description: string }) =>
      createVolumeType(scope, { ...type, isPublic: true, shareable: true }),
    meta: { refreshes: [anyTypesKey] },
  })

/** Availability zones in which a volume can be made. */
export const availabilityZonesQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['availability-zones', ...scopeKey(scope)],
    queryFn: ({ signal }) => listAvailabilityZones(scope, signal),
    staleTime: seldomMs,
  })

/** All that is known of images. */
export const imagesKey = (scope: Scope) => ['images', ...scopeKey(scope)] as const

/** Images that a volume can be made from. */
export const imagesQuery = (scope: Scope) =>
  queryOptions({
    queryKey: imagesKey(scope),
    queryFn: ({ signal }) => listImages(scope, signal),
    select: itemsOf<Image>,
    staleTime: seldomMs,
  })
