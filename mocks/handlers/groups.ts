import type { Group, GroupType } from '#mocks/cloud/block-storage.ts'
import { pageOf } from '#mocks/cloud/listing.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { ok } from './answer.ts'
import { projectOf, route, since, type Ask, type ServiceRoute } from './ask.ts'
import { cinderOrder, cinderPage, nextLink, projectToList, type SortKeys } from './paging.ts'
import { booleanOf, databaseTime } from './values.ts'

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

const sortKeys: SortKeys<Group> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  status: ({ status }) => status,
  created_at: ({ createdAt }) => Math.floor(createdAt / 1000),
}

const notFilters = new Set(
  'limit offset marker sort sort_key sort_dir list_volume all_tenants project_id'.split(' '),
)

function groupTest(ask: Ask): ((group: Group) => boolean) | undefined {
  const given = [...ask.query].filter(([name]) => !notFilters.has(name))
  const strangers = given.map(([name]) => name).filter((name) => !groupFilters.includes(name))
  if (strangers.length > 0 && since(ask, 3, 31) && !ask.caller.isAdmin)
    throw new Refusal(400, `Invalid filters ${strangers.join(',')} are found in query options.`)
  const name = ask.query.get('name')
  return name === null ? undefined : (group) => group.name === name
}

const listOf = (path: string, view: typeof summary | typeof detail) => (ask: Ask) => {
  projectOf(ask)
  const { groups } = ask.region.storage
  const marker = ask.query.get('marker')
  const page = cinderPage(ask)
  const items = pageOf(groups, {
    ...page,
    projectId: projectToList(ask),
    matches: groupTest(ask),
    compare: cinderOrder(ask, sortKeys),
    marker: marker === null ? undefined : ask.region.storage.groupFor(ask.caller, marker),
  })
  const { groups_links: links } = nextLink(ask, path, 'groups', { limit: page.limit, items })
  return ok({
    groups: items.map((group) => view(ask, group)),
    // The only list whose links are not named by the plural.
    ...(links && { group_links: links }),
  })
}

const typeView = ({ id, name, description, isPublic }: GroupType) => ({
  id,
  name,
  description,
  is_public: isPublic,
})

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
  route(
    'GET',
    'group_types',
    ({ region }) => ok({ group_types: region.storage.groupTypes.map(typeView) }),
    [3, 11],
  ),
]
