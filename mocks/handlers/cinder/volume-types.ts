import { enforce } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import { pageOf } from '#mocks/cloud/listing.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import type { VolumeType } from '#mocks/cloud/storage/block-storage.ts'
import {
  defaultTypeOf,
  isInUse,
  typeFor,
  typeNamed,
  visibleTypes,
} from '#mocks/cloud/storage/volume-types.ts'
import { emptyPage, ok } from '#mocks/handlers/answer.ts'
import { projectOf, route, sent, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { nextLink } from '#mocks/handlers/paging.ts'
import { pythonLiteral } from '#mocks/handlers/python-literal.ts'
import { checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { booleanOf, isObject, textOf } from '#mocks/handlers/values.ts'

import { cinderListing, seconds, type Kind } from './cinder-listing.ts'
import { metadataKeys, pairsIn } from './volume-changes.ts'

/** Extra specs that everybody may see (Cinder, policies/volume_type.py, user_visible_extra_specs). */
const visibleToAll = new Set(['multiattach', 'RESKEY:availability_zones', 'replication_enabled'])

/** The extra specs of a type that the caller sees. */
export const specsFor = ({ caller }: Ask, { extraSpecs }: VolumeType) =>
  caller.isAdmin
    ? extraSpecs
    : Object.fromEntries(Object.entries(extraSpecs).filter(([key]) => visibleToAll.has(key)))

const plainView = (ask: Ask, type: VolumeType) => ({
  id: type.id,
  name: type.name,
  is_public: type.isPublic,
  description: type.description,
  extra_specs: specsFor(ask, type),
})

const publicity = ({ isPublic }: VolumeType) => ({ 'os-volume-type-access:is_public': isPublic })

const viewWithQos = (ask: Ask, type: VolumeType) => ({
  ...plainView(ask, type),
  ...(ask.caller.isAdmin && { qos_specs_id: null }),
})

const fullView = (ask: Ask, type: VolumeType) => ({
  ...viewWithQos(ask, type),
  ...publicity(type),
})

/** The type that the path names. */
export const typeOf = (ask: Ask) =>
  typeFor(ask.region.storage, ask.caller, ask.params['type'] ?? '')

/** Which types a list is about: for administrators `is_public` chooses, others see what they may use. */
function listed({ region, caller, query }: Ask): VolumeType[] {
  const types = visibleTypes(region.storage, caller)
  if (!caller.isAdmin) return types
  const wanted = query.get('is_public')
  if (wanted === 'None' || wanted === 'none') return types
  const isPublic = booleanOf(wanted ?? 'true')
  if (isPublic === undefined) throw new Refusal(400, `Invalid is_public filter [${wanted ?? ''}]`)
  return types.filter((type) => type.isPublic === isPublic)
}

/** What everybody may filter types by (Cinder's resource_filters.json). */
export const typeFilters = ['is_public', 'extra_specs']

/** Whether a type has the extra specs that are looked for; zones need only be among those of the type. */
const specsTest =
  (value: unknown, ask: Ask) =>
  (type: VolumeType): boolean => {
    const specs = specsFor(ask, type)
    return Object.entries(isObject(value) ? value : {}).every(([key, wanted]) =>
      key === 'RESKEY:availability_zones'
        ? specs[key]?.includes(String(wanted))
        : specs[key] === wanted,
    )
  }

/** Types as lists of them are asked for. */
const kind: Kind<VolumeType> = {
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    description: ({ description }) => description,
    is_public: ({ isPublic }) => isPublic,
    qos_specs_id: () => null,
    created_at: ({ createdAt }) => seconds(createdAt),
    updated_at: () => null,
    deleted: () => false,
    deleted_at: () => null,
  },
  filters: typeFilters,
  refusesSince: [3, 52],
  olderFilters: ['is_public'],
  readAs: (column, text) => (column === 'extra_specs' ? pythonLiteral(text) : text),
  special: { extra_specs: specsTest },
}

function list(ask: Ask) {
  const listedTypes = new Set(listed(ask))
  const { types } = ask.region.storage
  const listing = cinderListing(ask, kind, {
    projectId: undefined,
    without: ['is_public'],
    // One that there is not is passed over.
    marker: (id) => types.get(id),
  })
  const items = pageOf(types, {
    ...listing,
    matches: (type) => listedTypes.has(type) && (listing.matches?.(type) ?? true),
  })
  return ok({
    volume_types: items.map((type) => fullView(ask, type)),
    ...nextLink(ask, 'types', 'volume_type', { limit: listing.limit, items }),
  })
}

const shortText: Rule = { is: 'text', orNull: true, max: 255 }

const createRule: Rule = {
  is: 'object',
  required: ['name'],
  fields: {
    name: { is: 'text', min: 1, max: 255 },
    description: shortText,
    extra_specs: { is: 'texts', keys: metadataKeys },
    'os-volume-type-access:is_public': { is: 'boolean' },
  },
}

const updateRule: Rule = {
  is: 'object',
  fields: {
    name: { ...shortText, min: 1 },
    description: shortText,
    is_public: { is: 'boolean' },
  },
}

function refuseDuplicate({ region }: Ask, name: string) {
  if (typeNamed(region.storage, name)) throw new Refusal(409, `Volume Type ${name} already exists.`)
}

function create(ask: Ask) {
  checkBody(ask.body, 'volume_type', createRule)
  const wish = sent(ask, 'volume_type')
  const name = textOf(wish['name']) ?? ''
  if (name.trim() === '')
    throw new Refusal(400, "An invalid 'name' value was provided. The 'name' can not be empty.")
  enforce(ask.caller, 'volume_extension:type_create')
  refuseDuplicate(ask, name)
  const type = ask.region.storage.types.add({
    id: newUuid(),
    projectId: '',
    name,
    description: textOf(wish['description']) ?? null,
    isPublic: booleanOf(wish['os-volume-type-access:is_public']) ?? true,
    extraSpecs: pairsIn(wish['extra_specs']),
    encryption: null,
    access: new Set(),
    createdAt: ask.region.clock.now(),
  })
  return ok({ volume_type: { ...plainView(ask, type), ...publicity(type) } })
}

function update(ask: Ask) {
  checkBody(ask.body, 'volume_type', updateRule)
  enforce(ask.caller, 'volume_extension:type_update')
  const wish = sent(ask, 'volume_type')
  const name = textOf(wish['name'])
  const description = textOf(wish['description'])
  const isPublic = booleanOf(wish['is_public'])
  if (name?.trim() === '') throw new Refusal(400, 'Volume type name can not be empty.')
  if (name === undefined && description === undefined && isPublic === undefined)
    throw new Refusal(
      400,
      'Specify volume type name, description, is_public or a combination thereof.',
    )
  const type = typeOf(ask)
  if (name !== undefined && name !== type.name) refuseDuplicate(ask, name)
  type.name = name ?? type.name
  type.description = description ?? type.description
  type.isPublic = isPublic ?? type.isPublic
  return ok({ volume_type: plainView(ask, type) })
}

function remove(ask: Ask) {
  const { storage } = ask.region
  enforce(ask.caller, 'volume_extension:type_delete')
  const type = typeOf(ask)
  if (type.name === storage.defaultTypeName || [...storage.defaultTypes.values()].includes(type.id))
    throw new Refusal(
      400,
      `The volume type ${type.id} is a default volume type and cannot be deleted.`,
    )
  if (isInUse(storage, type)) throw new Refusal(400, 'Target volume type is still in use.')
  storage.types.delete(type)
  return emptyPage(202)
}

export const volumeTypeRoutes: readonly ServiceRoute[] = [
  route('GET', 'types', list),
  route('POST', 'types', create),
  route('GET', 'types/default', (ask) =>
    ok({ volume_type: viewWithQos(ask, defaultTypeOf(ask.region.storage, projectOf(ask))) }),
  ),
  route('GET', 'types/:type', (ask) => ok({ volume_type: fullView(ask, typeOf(ask)) })),
  route('PUT', 'types/:type', update),
  route('DELETE', 'types/:type', remove),
]
