import { enforce } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { hostWished, manageVolume, onBackEnd } from '#mocks/cloud/storage/administer-volumes.ts'
import { accepted, ok, type Answer } from '#mocks/handlers/answer.ts'
import { projectOf, route, sent, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { cinderPage } from '#mocks/handlers/paging.ts'
import { checkBody, type Rule } from '#mocks/handlers/validation.ts'
import { booleanOf, isObject, textOf } from '#mocks/handlers/values.ts'

import { metadataKeys, pairsIn, words } from './volume-changes.ts'
import { createdVolumeView } from './volume-view.ts'

const shortText: Rule = { is: 'text', orNull: true, max: 255 }

/** Cinder, api/schemas/volume_manage.py. */
const manageRule = (ask: Ask): Rule => ({
  is: 'object',
  required: ['ref'],
  fields: {
    description: { is: 'text', orNull: true },
    availability_zone: shortText,
    bootable: { is: 'boolean' },
    volume_type: shortText,
    name: shortText,
    host: { is: 'text', min: 1, max: 255 },
    ref: { is: 'anything' },
    metadata: { is: 'texts', keys: metadataKeys, orNull: true },
    ...(since(ask, 3, 16) && { cluster: shortText }),
  },
})

function manage(ask: Ask): Answer {
  projectOf(ask)
  checkBody(ask.body, 'volume', manageRule(ask))
  const wish = sent(ask, 'volume')
  enforce(ask.caller, 'volume_extension:volume_manage')
  const ref = isObject(wish['ref']) ? wish['ref'] : {}
  const volume = manageVolume(ask.region, ask.caller, {
    host: hostWished(textOf(wish['host']), textOf(wish['cluster'])),
    ref: { name: textOf(ref['source-name']), id: textOf(ref['source-id']) },
    name: words(wish, 'name') ?? null,
    description: words(wish, 'description') ?? null,
    type: textOf(wish['volume_type']) || null,
    availabilityZone: textOf(wish['availability_zone']) || null,
    bootable: booleanOf(wish['bootable']) ?? false,
    metadata: pairsIn(wish['metadata']),
  })
  // The answer is of the first microversion, whichever was asked in.
  return accepted({
    volume: createdVolumeView({ ...ask, version: { major: 3, minor: 0 } }, volume),
  })
}

/** What is on a back end; `detailed` says also why Cinder can't take it over. */
const list = (detailed: boolean) => (ask: Ask) => {
  enforce(ask.caller, 'volume_extension:list_manageable')
  const host = hostWished(ask.query.get('host') ?? undefined, ask.query.get('cluster') ?? undefined)
  const sort = ask.query.get('sort') ?? 'reference:desc'
  const [key = '', direction = 'desc'] = sort.split(':')
  if (key !== 'reference' && key !== 'size')
    throw new Refusal(400, `Invalid sort keys passed: ${key}`)
  const things = onBackEnd(ask.region, host).toSorted((a, b) =>
    key === 'size' ? a.size - b.size : a.name.localeCompare(b.name),
  )
  const ordered = direction === 'asc' ? things : things.toReversed()
  const { offset, limit } = cinderPage(ask)
  return ok({
    'manageable-volumes': ordered.slice(offset, offset + limit).map((thing) => ({
      reference: { 'source-name': thing.name },
      size: thing.size,
      safe_to_manage: thing.volumeId === null,
      ...(detailed && {
        reason_not_safe: thing.volumeId === null ? null : 'already managed',
        cinder_id: thing.volumeId,
        extra_info: null,
      }),
    })),
  })
}

/** What is on back ends, for administrators; the second address is older. */
export const manageableVolumeRoutes: readonly ServiceRoute[] = [
  route('GET', 'manageable_volumes', list(false), [3, 8]),
  route('GET', 'manageable_volumes/detail', list(true), [3, 8]),
  route('POST', 'manageable_volumes', manage, [3, 8]),
  route('GET', 'os-volume-manage', list(false)),
  route('GET', 'os-volume-manage/detail', list(true)),
  route('POST', 'os-volume-manage', manage),
]
