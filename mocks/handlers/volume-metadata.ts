import type { Volume } from '#mocks/cloud/block-storage.ts'
import { enforce } from '#mocks/cloud/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { emptyPage, ok } from './answer.ts'
import { route, sent, type Ask, type ServiceRoute } from './ask.ts'
import { checkBody } from './validation.ts'
import { pairsIn, volumeOf } from './volume-changes.ts'

const keys = '^[a-zA-Z0-9-_:. /]{1,255}$'

/** The volume, once the caller may do `rule` with its metadata. */
function permitted(ask: Ask, rule: string): Volume {
  const volume = volumeOf(ask)
  enforce(ask.caller, `volume:${rule}_volume_metadata`, volume.projectId)
  return volume
}

const write = (rule: string, keep: boolean) => (ask: Ask) => {
  checkBody(ask.body, 'metadata', { is: 'texts', keys })
  const volume = permitted(ask, rule)
  const pairs = pairsIn(sent(ask, 'metadata'))
  volume.metadata = keep ? { ...volume.metadata, ...pairs } : pairs
  return ok({ metadata: keep ? pairs : volume.metadata })
}

function keyOf({ params }: Ask, volume: Volume): string {
  const key = params['key'] ?? ''
  if (!(key in volume.metadata))
    throw new Refusal(404, `Volume ${volume.id} has no metadata with key ${key}.`)
  return key
}

export const volumeMetadataRoutes: readonly ServiceRoute[] = [
  // Cinder calls this one a page, though it is JSON.
  route('GET', 'volumes/:id/metadata', (ask) => ({
    ...emptyPage(200),
    body: { metadata: volumeOf(ask).metadata },
  })),
  route('POST', 'volumes/:id/metadata', write('create', true)),
  route('PUT', 'volumes/:id/metadata', write('update', false)),
  route('GET', 'volumes/:id/metadata/:key', (ask) => {
    const volume = volumeOf(ask)
    const key = keyOf(ask, volume)
    return ok({ meta: { [key]: volume.metadata[key] } })
  }),
  route('PUT', 'volumes/:id/metadata/:key', (ask) => {
    checkBody(ask.body, 'meta', { is: 'texts', keys })
    const volume = permitted(ask, 'update')
    const pairs = pairsIn(sent(ask, 'meta'))
    volume.metadata = { ...volume.metadata, ...pairs }
    return ok({ meta: pairs })
  }),
  route('DELETE', 'volumes/:id/metadata/:key', (ask) => {
    const volume = permitted(ask, 'delete')
    const { [keyOf(ask, volume)]: _gone, ...rest } = volume.metadata
    volume.metadata = rest
    return emptyPage(200)
  }),
]
