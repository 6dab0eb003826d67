import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'

import { itemsOf } from '#src/model/cloud/listed.ts'
import { speaks } from '#src/model/cloud/microversion.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import type { ProjectId } from '#src/model/cloud/session.ts'
import type { TypeDefaults, TypeEncryption } from '#src/model/volume-type/type-facts.ts'
import type { VolumeType } from '#src/model/volume-type/volume-type.ts'
import type { VolumeList } from '#src/model/volume/volume-list.ts'
import { listDefaultTypes, listTypeAccess } from '#src/openstack/volume-types/type-access.ts'
import { getTypeEncryption } from '#src/openstack/volume-types/type-encryption.ts'
import {
  countVolumesOfType,
  getDefaultVolumeType,
  listAllVolumeTypes,
} from '#src/openstack/volume-types/volume-types.ts'
import { every } from '#src/queries/pace.ts'
import { volumesQuery } from '#src/queries/volumes/volumes.ts'

import { typesKey } from './volume-types-key.ts'

const seldomMs = 30_000

/** All volume types, private ones too; for administrators. */
export const allTypesQuery = (scope: Scope) =>
  queryOptions({
    queryKey: [...typesKey(scope), 'all'],
    queryFn: ({ signal }) => listAllVolumeTypes(scope, signal),
    select: itemsOf<VolumeType>,
    staleTime: seldomMs,
  })

const idsOf = (types: readonly VolumeType[]) => types.map(({ id }) => id).toSorted()

/** What is asked of each type, by its id; one that could not be read is left out. */
async function ofEach<T>(
  types: readonly VolumeType[],
  read: (id: string) => Promise<T>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  const results = await Promise.allSettled(
    types.map(async ({ id }) => void found.set(id, await read(id))),
  )
  const [failure] = results.flatMap((one) => (one.status === 'rejected' ? [one] : []))
  if (failure && found.size === 0) throw failure.reason
  return found
}

/** How each type is encrypted, by its id; Cinder tells it of one type at a time. */
export const typeEncryptionsQuery = (scope: Scope, types: readonly VolumeType[]) =>
  queryOptions<Map<string, TypeEncryption | null>>({
    queryKey: [...typesKey(scope), 'encryptions', idsOf(types)],
    queryFn: ({ signal }) => ofEach(types, (id) => getTypeEncryption(scope, id, signal)),
    enabled: types.length > 0,
    // A type more or less changes the key, and the others are known already.
    placeholderData: keepPreviousData,
    staleTime: seldomMs,
    structuralSharing: false,
  })

/** Counts the volumes of each type; volumes name their type, and no two types have the same name. */
function countIn({ volumes }: VolumeList, types: readonly VolumeType[]): Map<string, number> {
  const byName = new Map<string | null, number>()
  for (const { typeName } of volumes) byName.set(typeName, (byName.get(typeName) ?? 0) + 1)
  return new Map(types.map(({ id, name }) => [id, byName.get(name) ?? 0]))
}

/** The whole list of all projects' volumes, where the page has it already. */
function heldList(client: QueryClient, scope: Scope): VolumeList | undefined {
  const { queryKey } = volumesQuery({ ...scope, allProjects: true })
  const list = client.getQueryData<VolumeList>(queryKey)
  return list?.complete ? list : undefined
}

/**
 * How many volumes of all projects are of each type, by its id: from the list of all volumes where the page has that, else
 * by a request a type, which is less than a list of thousands. Older clouds don't count (3.45), so theirs is read.
 */
export const typeCountsQuery = (scope: Scope, types: readonly VolumeType[]) =>
  queryOptions<Map<string, number>>({
    queryKey: [...typesKey(scope), 'counts', idsOf(types)],
    queryFn: async ({ signal, client }) => {
      const held = heldList(client, scope)
      if (held) return countIn(held, types)
      if (speaks(scope, 'volume', '3.45'))
        return ofEach(types, (id) => countVolumesOfType(scope, id, signal))
      return countIn(await client.fetchQuery(volumesQuery({ ...scope, allProjects: true })), types)
    },
    enabled: types.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    refetchInterval: every(seldomMs),
    structuralSharing: false,
  })

/** Which types volumes get for which none is asked. */
export const typeDefaultsQuery = (scope: Scope) =>
  queryOptions<TypeDefaults>({
    queryKey: [...typesKey(scope), 'defaults'],
    queryFn: async ({ signal }) => {
      const none = new Map<ProjectId, string>()
      const ofProjects = speaks(scope, 'volume', '3.62')
        ? await listDefaultTypes(scope, signal)
        : none
      // A project's own default hides that of the cloud from those who work in it.
      const ofCloud = ofProjects.has(scope.project.id)
        ? undefined
        : await getDefaultVolumeType(scope, signal).then(
            ({ id }) => id,
            () => undefined,
          )
      return { ofCloud, ofProjects }
    },
    staleTime: seldomMs,
    structuralSharing: false,
  })

/** The projects that may use a private type. */
export const typeAccessQuery = (scope: Scope, { id, isPublic }: VolumeType) =>
  queryOptions({
    queryKey: [...typesKey(scope), 'access', id],
    queryFn: ({ signal }) => listTypeAccess(scope, id, signal),
    enabled: !isPublic,
    staleTime: 0,
  })
