import type { Encryption, VolumeType } from '#mocks/cloud/block-storage.ts'
import { enforce } from '#mocks/cloud/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'
import {
  defaultTypeOf,
  isInUse,
  typeFor,
  typeNamed,
  visibleTypes,
} from '#mocks/cloud/volume-types.ts'

import { emptyPage, ok } from './answer.ts'
import { projectOf, route, sent, type Ask, type ServiceRoute } from './ask.ts'
import { check, checkBody } from './validation.ts'
import { booleanOf, databaseTime, pythonDictionary, textOf, type Json } from './values.ts'
import { pairsIn } from './volume-changes.ts'

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

const fullView = (ask: Ask, type: VolumeType) => ({
  ...plainView(ask, type),
  ...(ask.caller.isAdmin && { qos_specs_id: null }),
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

function list(ask: Ask) {
  const text = ask.query.get('extra_specs')
  const wanted = Object.entries((text === null ? {} : pythonDictionary(text)) ?? {})
  const types = listed(ask).filter((type) =>
    wanted.every(([key, value]) => specsFor(ask, type)[key] === value),
  )
  return ok({ volume_types: types.map((type) => fullView(ask, type)) })
}

function readName(wish: Json): string {
  check('name', wish['name'], { is: 'text', min: 1, max: 255 })
  return textOf(wish['name'])?.trim() ?? ''
}

function refuseDuplicate({ region }: Ask, name: string) {
  if (typeNamed(region.storage, name)) throw new Refusal(409, `Volume Type ${name} already exists.`)
}

function create(ask: Ask) {
  enforce(ask.caller, 'volume_extension:type_create')
  const wish = sent(ask, 'volume_type')
  const name = readName(wish)
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
  enforce(ask.caller, 'volume_extension:type_update')
  const wish = sent(ask, 'volume_type')
  const { name, description, is_public: isPublic } = wish
  if (name === undefined && description === undefined && isPublic === undefined)
    throw new Refusal(
      400,
      'Specify volume type name, description, is_public or a combination thereof.',
    )
  const type = typeOf(ask)
  if (name !== undefined) {
    const newName = readName(wish)
    if (newName !== type.name) refuseDuplicate(ask, newName)
    type.name = newName
  }
  if (description !== undefined) type.description = textOf(description) ?? null
  type.isPublic = booleanOf(isPublic) ?? type.isPublic
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

const encryptionView = (
  type: VolumeType,
  { id, provider, cipher, keySize, controlLocation }: Encryption,
) => ({
  provider,
  cipher,
  key_size: keySize,
  control_location: controlLocation,
  volume_type_id: type.id,
  encryption_id: id,
})

/** The type whose encryption the path names, once the caller may do `rule` with it. */
function permitted(ask: Ask, rule: string): VolumeType {
  enforce(ask.caller, `volume_extension:volume_type_encryption:${rule}`)
  return typeOf(ask)
}

function encrypt(ask: Ask) {
  const type = permitted(ask, 'create')
  checkBody(ask.body, 'encryption', {
    is: 'object',
    required: ['provider', 'control_location'],
    fields: {
      provider: { is: 'text', min: 1, max: 255 },
      control_location: { is: 'one of', values: ['front-end', 'back-end'] },
    },
    open: true,
  })
  if (isInUse(ask.region.storage, type))
    throw new Refusal(400, 'Cannot create encryption specs. Volume type in use.')
  if (type.encryption)
    throw new Refusal(400, `Volume type encryption for type ${type.id} already exists.`)
  const wish = sent(ask, 'encryption')
  const size = wish['key_size']
  type.encryption = {
    id: newUuid(),
    provider: textOf(wish['provider']) ?? '',
    cipher: textOf(wish['cipher']) ?? null,
    keySize: size === undefined || size === null ? null : Number(size),
    controlLocation: textOf(wish['control_location']) ?? '',
    createdAt: ask.region.clock.now(),
  }
  return ok({ encryption: encryptionView(type, type.encryption) })
}

export const volumeTypeRoutes: readonly ServiceRoute[] = [
  route('GET', 'types', list),
  route('POST', 'types', create),
  route('GET', 'types/default', (ask) =>
    ok({ volume_type: plainView(ask, defaultTypeOf(ask.region.storage, projectOf(ask))) }),
  ),
  route('GET', 'types/:type', (ask) => ok({ volume_type: fullView(ask, typeOf(ask)) })),
  route('PUT', 'types/:type', update),
  route('DELETE', 'types/:type', remove),
  route('POST', 'types/:type/encryption', encrypt),
  route('GET', 'types/:type/encryption', (ask) => {
    const type = permitted(ask, 'get')
    const { encryption } = type
    return ok(
      encryption
        ? {
            created_at: databaseTime(encryption.createdAt),
            updated_at: null,
            deleted_at: null,
            deleted: false,
            ...encryptionView(type, encryption),
          }
        : {},
    )
  }),
  route('DELETE', 'types/:type/encryption/:id', (ask) => {
    const type = permitted(ask, 'delete')
    if (isInUse(ask.region.storage, type))
      throw invalidInput('Cannot delete encryption specs. Volume type in use.')
    type.encryption = null
    return emptyPage(202)
  }),
]
