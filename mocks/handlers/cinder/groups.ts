import { pageOf } from '#mocks/cloud/listing.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { Group, GroupType } from '#mocks/cloud/storage/block-storage.ts'
import { Table, type Stored } from '#mocks/cloud/table.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { projectOf, route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { nextLink } from '#mocks/handlers/paging.ts'
import { booleanOf, databaseTime } from '#mocks/handlers/values.ts'

import { cinderListing, seconds, type Kind } from './cinder-listing.ts'

/** What everybody may filter groups by (Cinder's resource_filters.json). */
export const groupFilters = ['name']

const summary = (_ask: Ask, { id, name }: Group) => ({ id, name })

const volumeIdsIn = ({ region }: Ask, { id, projectId }: Group) =>
  [...region.storage.volumes.newestFirst(projectId)]
    .filter(({ groupId }) => groupId === id)
    .map((volume) => volume.id)

/** A group as cinder/api/v3/views/groups.py shows it. */
const detail = (ask: Ask, group: Group) => ({
  id: group.id,
  status: group.status,
  availability_zone: group.availabilityZone,
  created_at: databaseTime(group.createdAt),
  name: group.name,
  description: group.description,
  group_type: group.groupTypeId,
  volume_types: group.typeIds,
  ...(since(ask, 3, 14) && { group_snapshot_id: null, source_group_id: null }),
  ...(since(ask, 3, 25) &&
    booleanOf(ask.query.get('list_volume')) === true && { volumes: volumeIdsIn(ask, group) }),
  ...(since(ask, 3, 38) && { replication_status: 'disabled' }),
  ...(since(ask, 3, 58) && ask.caller.isAdmin && { project_id: group.projectId }),
})

/** Groups as lists of them are asked for. */
const kind: Kind<Group> = {
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    description: ({ description }) => description,
    status: ({ status }) => status,
    group_type_id: ({ groupTypeId }) => groupTypeId,
    availability_zone: ({ availabilityZone }) => availabilityZone,
    project_id: ({ projectId }) => projectId,
    created_at: ({ createdAt }) => seconds(createdAt),
    ...Object.fromEntries(
      'updated_at host cluster_name user_id group_snapshot_id source_group_id deleted_at'
        .split(' ')
        .map((column) => [column, () => null]),
    ),
    replication_status: () => 'disabled',
    deleted: () => false,
  },
  filters: groupFilters,
  countsOthers: true,
}

const listOf = (path: string, view: typeof summary | typeof detail) => (ask: Ask) => {
  projectOf(ask)
  const { groups } = ask.region.storage
  const all = ask.caller.isAdmin && ask.query.has('all_tenants')
  const listing = cinderListing(ask, kind, {
    projectId: all ? undefined : (ask.caller.projectId ?? ''),
    without: ['list_volume', ...(all ? ['all_tenants'] : [])],
    marker: (id) => ask.region.storage.groupFor(ask.caller, id),
  })
  const items = pageOf(groups, listing)
  const { groups_links: links } = nextLink(ask, path, 'groups', { limit: listing.limit, items })
  return ok({
    groups: items.map((group) => view(ask, group)),
    // The only list whose links are not named by the plural.
    ...(links && { group_links: links }),
  })
}

/** What a group type can do is shown to administrators. */
const typeView = ({ caller }: Ask, { id, name, description, isPublic }: GroupType) => ({
  id,
  name,
  description,
  is_public: isPublic,
  ...(caller.isAdmin && { group_specs: { consistent_group_snapshot_enabled: '<is> True' } }),
})

type StoredType = GroupType & Stored

/** Group types as lists of them are asked for; there is one after the other in the order in which they were made. */
const typeKind: Kind<StoredType> = {
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    description: ({ description }) => description,
    is_public: ({ isPublic }) => isPublic,
    created_at: ({ createdAt }) => createdAt,
    updated_at: () => null,
    deleted: () => false,
    deleted_at: () => null,
  },
  filters: [],
}

function listTypes(ask: Ask) {
  const table = new Table<StoredType>()
  ask.region.storage.groupTypes.forEach((type, index, all) =>
    table.add({ ...type, projectId: '', createdAt: (all.length - index) * 1000 }),
  )
  const listing = cinderListing(ask, typeKind, {
    projectId: undefined,
    without: [...ask.query.keys()],
    // One that there is not is passed over.
    marker: (id) => table.get(id),
  })
  return ok({ group_types: pageOf(table, listing).map((type) => typeView(ask, type)) })
}

function showType(ask: Ask) {
  const id = ask.params['id'] ?? ''
  const type = ask.region.storage.groupTypes.find((one) => one.id === id)
  if (type) return ok({ group_type: typeView(ask, type) })
  if (id === 'default') throw new Refusal(404, 'Default group type can not be found.')
  throw new Refusal(404, `Group type ${id} could not be found.`)
}

/** Groups of volumes, to look at. */
export const groupRoutes: readonly ServiceRoute[] = [
  route('GET', 'groups', listOf('groups', summary), [3, 13]),
  route('GET', 'groups/detail', listOf('groups/detail', detail), [3, 13]),
  route(
    'GET',
    'groups/:id',
    (ask) =>
      ok({
        group: detail(ask, ask.region.storage.groupFor(ask.caller, ask.params['id'] ?? '')),
      }),
    [3, 13],
  ),
  route('GET', 'group_types', listTypes, [3, 11]),
  route('GET', 'group_types/:id', showType, [3, 11]),
]
