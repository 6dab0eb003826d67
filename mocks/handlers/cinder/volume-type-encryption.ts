import { enforce } from '#mocks/cloud/identity/caller.ts'
import { newUuid } from '#mocks/cloud/ids.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'
import type { Encryption, VolumeType } from '#mocks/cloud/storage/block-storage.ts'
import { isInUse } from '#mocks/cloud/storage/volume-types.ts'
import { emptyPage, ok } from '#mocks/handlers/answer.ts'
import { route, sent, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { checkBody, refuse, type Rule } from '#mocks/handlers/validation.ts'
import { databaseTime, textOf, type Json } from '#mocks/handlers/values.ts'

import { typeOf } from './volume-types.ts'

const none = ({ id }: VolumeType) =>
  new Refusal(404, `Volume type encryption for type ${id} does not exist.`)

/** The encryption as the database has it; empty where there is none. */
const view = ({ id, encryption }: VolumeType): Json =>
  encryption
    ? {
        volume_type_id: id,
        encryption_id: encryption.id,
        provider: encryption.provider,
        cipher: encryption.cipher,
        key_size: encryption.keySize,
        control_location: encryption.controlLocation,
        created_at: databaseTime(encryption.createdAt),
        updated_at: null,
        deleted_at: null,
        deleted: false,
      }
    : {}

/** What was sent, once it is one (Cinder, api/schemas/volume_type_encryption.py). */
function wishOf(ask: Ask, required: readonly string[]): Json {
  const rule: Rule = {
    is: 'object',
    required,
    fields: {
      provider: { is: 'text', max: 255 },
      control_location: { is: 'one of', values: ['front-end', 'back-end'] },
      cipher: { is: 'text', orNull: true, max: 255 },
    },
    open: true,
  }
  checkBody(ask.body, 'encryption', rule)
  const wish = sent(ask, 'encryption')
  const size = wish['key_size']
  if (size === undefined || size === null) return wish
  if (Number(size) < 0)
    throw refuse('key_size', size, `${Number(size)} is less than the minimum of 0`)
  if (!Number.isInteger(Number(size))) throw invalidInput('key_size must be an integer.')
  return { ...wish, key_size: Number(size) }
}

/** The encryption with what the wish says of it. */
function changed(encryption: Encryption, wish: Json): Encryption {
  const { cipher, key_size: size } = wish
  return {
    ...encryption,
    provider: textOf(wish['provider']) ?? encryption.provider,
    // Null is a value of its own, and takes away what was there.
    cipher: cipher === undefined ? encryption.cipher : (textOf(cipher) ?? null),
    keySize: size === undefined ? encryption.keySize : typeof size === 'number' ? size : null,
    controlLocation: textOf(wish['control_location']) ?? encryption.controlLocation,
  }
}

/** The type that the path names, once the caller may do `rule` with its encryption. */
function permitted(ask: Ask, rule: string): VolumeType {
  enforce(ask.caller, `volume_extension:volume_type_encryption:${rule}`)
  return typeOf(ask)
}

function refuseInUse({ region }: Ask, type: VolumeType, doing: string) {
  if (isInUse(region.storage, type))
    throw new Refusal(400, `Cannot ${doing} encryption specs. Volume type in use.`)
}

function create(ask: Ask) {
  const wish = wishOf(ask, ['provider', 'control_location'])
  const type = permitted(ask, 'create')
  refuseInUse(ask, type, 'create')
  if (type.encryption)
    throw new Refusal(400, `Volume type encryption for type ${type.id} already exists.`)
  const id = newUuid()
  const createdAt = ask.region.clock.now()
  const nothing = { id, provider: '', cipher: null, keySize: null, controlLocation: '', createdAt }
  type.encryption = changed(nothing, wish)
  return ok({ encryption: { ...wish, volume_type_id: type.id, encryption_id: id } })
}

function update(ask: Ask) {
  const wish = wishOf(ask, [])
  const type = permitted(ask, 'update')
  refuseInUse(ask, type, 'update')
  if (!type.encryption) throw none(type)
  type.encryption = changed(type.encryption, wish)
  return ok({ encryption: wish })
}

export const volumeTypeEncryptionRoutes: readonly ServiceRoute[] = [
  route('POST', 'types/:type/encryption', create),
  route('GET', 'types/:type/encryption', (ask) => ok(view(permitted(ask, 'get')))),
  route('GET', 'types/:type/encryption/:key', (ask) => {
    const type = permitted(ask, 'get')
    const key = ask.params['key'] ?? ''
    const encryption = view(type)
    if (!(key in encryption)) throw none(type)
    return ok({ [key]: encryption[key] })
  }),
  route('PUT', 'types/:type/encryption/:id', update),
  route('DELETE', 'types/:type/encryption/:id', (ask) => {
    const type = permitted(ask, 'delete')
    refuseInUse(ask, type, 'delete')
    if (!type.encryption) throw none(type)
    type.encryption = null
    return emptyPage(202)
  }),
]
