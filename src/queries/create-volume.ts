import { mutationOptions, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import { isAdministrator } from '#src/model/cloud/role.ts'
import type { Workplace } from '#src/model/cloud/workplace.ts'
import { isShareableType, type VolumeType } from '#src/model/volume-type/volume-type.ts'
import type { Image } from '#src/model/volume/source.ts'
import { listAvailabilityZones } from '#src/openstack/availability-zones.ts'
import { listImages } from '#src/openstack/images.ts'
import { getTypeEncryption } from '#src/openstack/type-encryption.ts'
import {
  createVolumeType,
  getDefaultVolumeType,
  listVolumeTypes,
} from '#src/openstack/volume-types.ts'

import { placeOf } from './session.ts'
import { anyTypesKey, typesKey } from './volume-types-key.ts'

const seldomMs = 60_000

async function withEncryption(session: Workplace, type: VolumeType, signal: AbortSignal) {
  if (!isShareableType(type)) return type
  const encrypted = await getTypeEncryption(session, type.id, signal).then(
    (encryption) => encryption !== null,
    () => null,
  )
  return { ...type, encrypted }
}

/**
 * The volume types that the person may choose from. Administrators, who alone are told, also learn which of the
 * shareable ones are encrypted, since those make no volume.
 */
export const volumeTypesQuery = (session: Workplace) =>
  queryOptions({
    queryKey: typesKey(session),
    queryFn: async ({ signal }) => {
      const types = await listVolumeTypes(session, signal)
      if (!isAdministrator(session)) return types
      const items = await Promise.all(
        types.items.map((type) => withEncryption(session, type, signal)),
      )
      return { ...types, items }
    },
    select: itemsOf<VolumeType>,
    staleTime: seldomMs,
  })

/** The name of the type that a volume gets when none is chosen; null where the cloud names none. */
export const defaultVolumeTypeQuery = (session: Workplace) =>
  queryOptions({
    queryKey: [...typesKey(session), 'default'],
    queryFn: ({ signal }) =>
      getDefaultVolumeType(session, signal).then(
        ({ name }) => name,
        () => null,
      ),
    staleTime: seldomMs,
  })

/** Makes a shareable type; for administrators. */
export const createShareableTypeMutation = (session: Workplace) =>
  mutationOptions({
    mutationFn: (type: { name: string; description: string }) =>
      createVolumeType(session, { ...type, isPublic: true, shareable: true }),
    meta: { refreshes: [anyTypesKey] },
  })

/** Availability zones in which a volume can be made. */
export const availabilityZonesQuery = (session: Workplace) =>
  queryOptions({
    queryKey: ['availability-zones', ...placeOf(session)],
    queryFn: ({ signal }) => listAvailabilityZones(session, signal),
    staleTime: seldomMs,
  })

/** All that is known of images. */
export const imagesKey = (session: Workplace) => ['images', ...placeOf(session)] as const

/** Images that a volume can be made from. */
export const imagesQuery = (session: Workplace) =>
  queryOptions({
    queryKey: imagesKey(session),
    queryFn: ({ signal }) => listImages(session, signal),
    select: itemsOf<Image>,
    staleTime: seldomMs,
  })
