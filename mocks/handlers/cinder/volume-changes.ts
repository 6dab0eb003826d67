import { enforce } from '#mocks/cloud/identity/caller.ts'
import { invalidInput, notFound, Refusal } from '#mocks/cloud/refusal.ts'
import { createVolume } from '#mocks/cloud/storage/create-volume.ts'
import { deleteVolume, forceDeleteVolume } from '#mocks/cloud/storage/delete-volume.ts'
import { accepted, emptyPage, ok } from '#mocks/handlers/answer.ts'
import { projectOf, route, sent, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { booleanOf, isObject, pythonRepr, textOf, type Json } from '#mocks/handlers/values.ts'

import { createdVolumeView, updatedVolumeView } from './volume-view.ts'

/** What keys of metadata may be made of. */
export const metadataKeys = '^[a-zA-Z0-9-_:. /]{1,255}$'

const longText: Rule = { is: 'text', orNull: true }
const shortText: Rule = { is: 'text', orNull: true, max: 255 }
const someId: Rule = { is: 'uuid', orNull: true }

/** What a new volume may be described by (Cinder, api/schemas/volumes.py). */
const createRule = (ask: Ask): Rule => ({
  is: 'object',
  fields: {
    name: longText,
    description: longText,
    display_name: longText,
    display_description: longText,
    volume_type: shortText,
    metadata: { is: 'texts', keys: metadataKeys, orNull: true },
    snapshot_id: someId,
    source_volid: someId,
    consistencygroup_id: someId,
    size: { is: 'size', orNull: true },
    availability_zone: { ...shortText, min: 1 },
    multiattach: { is: 'boolean', orNull: true },
    image_id: shortText,
    imageRef: shortText,
    ...(since(ask, 3, 13) && { group_id: shortText }),
    ...(since(ask, 3, 47) && { backup_id: someId }),
  },
  open: !since(ask, 3, 53),
})

const removedMultiattach =
  'multiattach parameter has been removed. The default behavior is to use multiattach enabled volume types. Contact your administrator to create a multiattach enabled volume type and use it to create multiattach volumes.'

/** A name or description without blanks around it, of 255 characters at most. */
export function words(wish: Json, field: 'name' | 'description'): string | null | undefined {
  const value = wish[field] ?? wish[`display_${field}`]
  if (value === undefined) return wish[field] === null ? null : undefined
  const text = textOf(value)?.trim() ?? null
  if (text !== null && text.length > 255)
    throw invalidInput(`${field} has ${text.length} characters, more than 255.`)
  return text
}

/** Key and value pairs, all of them text by then. */
export const pairsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([key, text]) => [key, textOf(text) ?? '']),
  )

/** There are no groups and no backups here that a volume could be of. */
function refuseGroupsAndBackups(wish: Json) {
  const group = textOf(wish['group_id']) ?? textOf(wish['consistencygroup_id'])
  if (group !== undefined) throw notFound('Group', group)
  const backup = textOf(wish['backup_id'])
  if (backup) throw notFound('Backup', backup)
}

function create(ask: Ask) {
  projectOf(ask)
  checkBody(ask.body, 'volume', createRule(ask), ['OS-SCH-HNT:scheduler_hints'])
  const wish = sent(ask, 'volume')
  const name = words(wish, 'name') ?? null
  const description = words(wish, 'description') ?? null
  if (booleanOf(wish['multiattach']) === true) throw new Refusal(400, removedMultiattach)
  refuseGroupsAndBackups(wish)
  const size = wish['size']
  const volume = createVolume(ask.region, ask.caller, {
    name,
    description,
    size: size === undefined || size === null ? null : Number(size),
    type: textOf(wish['volume_type']) || null,
    snapshotId: textOf(wish['snapshot_id']) ?? null,
    sourceId: textOf(wish['source_volid']) ?? null,
    imageId: textOf(wish['imageRef']) ?? textOf(wish['image_id']) ?? null,
    metadata: pairsIn(wish['metadata']),
  })
  return accepted({ volume: createdVolumeView(ask, volume) })
}

const updateRule: Rule = {
  is: 'object',
  fields: {
    name: longText,
    description: longText,
    display_name: longText,
    display_description: longText,
    metadata: { is: 'texts', keys: metadataKeys },
  },
}

/** The volume that the path names. */
export const volumeOf = ({ region, caller, params }: Ask) =>
  region.storage.volumeFor(caller, params['id'] ?? '')

function update(ask: Ask) {
  checkBody(ask.body, 'volume', updateRule)
  const wish = sent(ask, 'volume')
  if (Object.keys(wish).length === 0)
    throw new Refusal(
      400,
      `Invalid input for field/attribute volume. Value: {}. ${pythonRepr(wish)} is not valid under any of the given schemas`,
    )
  const volume = volumeOf(ask)
  enforce(ask.caller, 'volume:update', volume.projectId)
  const name = words(wish, 'name')
  const description = words(wish, 'description')
  if (name !== undefined) volume.name = name
  if (description !== undefined) volume.description = description
  if (wish['metadata'] !== undefined) volume.metadata = pairsIn(wish['metadata'])
  volume.updatedAt = ask.region.clock.now()
  return ok({ volume: updatedVolumeView(ask, volume) })
}

/** A yes or no of the query; no where it is missing. */
function flagIn({ query }: Ask, name: string): boolean {
  const text = query.get(name)
  if (text === null) return false
  const flag = booleanOf(text)
  if (flag === undefined) throw new Refusal(400, `Value '${text}' for '${name}' is not a boolean.`)
  return flag
}

export const volumeChangeRoutes: readonly ServiceRoute[] = [
  route('POST', 'volumes', create),
  route('PUT', 'volumes/:id', update),
  route('DELETE', 'volumes/:id', (ask) => {
    const cascade = flagIn(ask, 'cascade')
    const force = since(ask, 3, 23) && flagIn(ask, 'force')
    const volume = volumeOf(ask)
    if (force) enforce(ask.caller, 'volume:force_delete', volume.projectId)
    if (force) forceDeleteVolume(ask.region, ask.caller, volume, { cascade })
    else deleteVolume(ask.region, ask.caller, volume, { cascade })
    return emptyPage(202)
  }),
]
