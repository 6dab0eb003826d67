import { enforce } from '#mocks/cloud/caller.ts'
import { createVolume } from '#mocks/cloud/create-volume.ts'
import { deleteVolume } from '#mocks/cloud/delete-volume.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'

import { accepted, emptyPage, ok } from './answer.ts'
import { projectOf, route, sent, type Ask, type ServiceRoute } from './ask.ts'
import { checkBody, type Rule } from './validation.ts'
import { booleanOf, isObject, pythonRepr, textOf, type Json } from './values.ts'
import { createdVolumeView, updatedVolumeView } from './volume-view.ts'

const metadataKeys = '^[a-zA-Z0-9-_:. /]{1,255}$'

const createRule: Rule = {
  is: 'object',
  fields: {
    name: { is: 'text', orNull: true },
    description: { is: 'text', orNull: true },
    display_name: { is: 'text', orNull: true },
    display_description: { is: 'text', orNull: true },
    size: { is: 'size' },
    volume_type: { is: 'anything' },
    metadata: { is: 'texts', keys: metadataKeys },
    snapshot_id: { is: 'uuid', orNull: true },
    source_volid: { is: 'uuid', orNull: true },
    imageRef: { is: 'anything' },
    image_id: { is: 'anything' },
    availability_zone: { is: 'anything' },
    consistencygroup_id: { is: 'anything' },
    group_id: { is: 'anything' },
    backup_id: { is: 'anything' },
    multiattach: { is: 'anything' },
    'OS-SCH-HNT:scheduler_hints': { is: 'anything' },
  },
}

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

function create(ask: Ask) {
  const projectId = projectOf(ask)
  // An empty body has Cinder stumble.
  if (ask.body === undefined)
    throw new Refusal(
      500,
      'The server has either erred or is incapable of performing the requested operation.',
    )
  checkBody(ask.body, 'volume', createRule)
  const wish = sent(ask, 'volume')
  const name = words(wish, 'name') ?? null
  const description = words(wish, 'description') ?? null
  if (booleanOf(wish['multiattach']) === true) throw new Refusal(400, removedMultiattach)
  enforce(ask.caller, 'volume:create', projectId)
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
    name: { is: 'text', orNull: true },
    description: { is: 'text', orNull: true },
    display_name: { is: 'text', orNull: true },
    display_description: { is: 'text', orNull: true },
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

export const volumeChangeRoutes: readonly ServiceRoute[] = [
  route('POST', 'volumes', create),
  route('PUT', 'volumes/:id', update),
  route('DELETE', 'volumes/:id', (ask) => {
    const cascade = booleanOf(ask.query.get('cascade')) === true
    deleteVolume(ask.region, ask.caller, volumeOf(ask), { cascade })
    return emptyPage(202)
  }),
]
