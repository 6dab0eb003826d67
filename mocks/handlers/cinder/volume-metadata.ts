import { enforce } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { emptyPage, ok } from '#mocks/handlers/answer.ts'
import { route, sent, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { checkBody } from '#mocks/handlers/validation.ts'

import { snapshotOf } from './snapshots.ts'
import { metadataKeys as keys, pairsIn, volumeOf } from './volume-changes.ts'

type Owner = { id: string; projectId: string; metadata: Record<string, string> }

/** Volumes or snapshots: how the API calls them, whose metadata the path names, and the names of the policies. */
type Kind = {
  path: string
  title: string
  ownerOf: (ask: Ask) => Owner
  policies: Record<'create' | 'update' | 'delete', string>
  /** Whether the answer to new pairs has the old ones too. */
  answersAll: boolean
  /** Whether the list is called a page, though it is JSON. */
  isPage: boolean
}

const volumes: Kind = {
  path: 'volumes',
  title: 'Volume',
  ownerOf: volumeOf,
  policies: {
    create: 'volume:create_volume_metadata',
    update: 'volume:update_volume_metadata',
    delete: 'volume:delete_volume_metadata',
  },
  answersAll: false,
  isPage: true,
}

const snapshots: Kind = {
  path: 'snapshots',
  title: 'Snapshot',
  ownerOf: snapshotOf,
  policies: {
    create: 'volume:update_snapshot_metadata',
    update: 'volume:update_snapshot_metadata',
    delete: 'volume:delete_snapshot_metadata',
  },
  answersAll: true,
  isPage: false,
}

function routesOf({ path, title, ownerOf, policies, answersAll, isPage }: Kind): ServiceRoute[] {
  /** The volume or snapshot, once the caller may change its metadata in that way. */
  function permitted(ask: Ask, change: keyof typeof policies): Owner {
    const owner = ownerOf(ask)
    enforce(ask.caller, policies[change], owner.projectId)
    return owner
  }

  function keyOf({ params }: Ask, owner: Owner): string {
    const key = params['key'] ?? ''
    if (!(key in owner.metadata))
      throw new Refusal(404, `${title} ${owner.id} has no metadata with key ${key}.`)
    return key
  }

  const write = (change: 'create' | 'update') => (ask: Ask) => {
    checkBody(ask.body, 'metadata', { is: 'texts', keys })
    const owner = permitted(ask, change)
    const pairs = pairsIn(sent(ask, 'metadata'))
    owner.metadata = change === 'create' ? { ...owner.metadata, ...pairs } : pairs
    return ok({ metadata: answersAll ? owner.metadata : pairs })
  }

  return [
    route('GET', `${path}/:id/metadata`, (ask) => ({
      ...(isPage ? emptyPage(200) : ok({})),
      body: { metadata: ownerOf(ask).metadata },
    })),
    route('POST', `${path}/:id/metadata`, write('create')),
    route('PUT', `${path}/:id/metadata`, write('update')),
    route('GET', `${path}/:id/metadata/:key`, (ask) => {
      const owner = ownerOf(ask)
      const key = keyOf(ask, owner)
      return ok({ meta: { [key]: owner.metadata[key] } })
    }),
    route('PUT', `${path}/:id/metadata/:key`, (ask) => {
      checkBody(ask.body, 'meta', { is: 'texts', keys, one: true })
      const pairs = pairsIn(sent(ask, 'meta'))
      if (!((ask.params['key'] ?? '') in pairs))
        throw new Refusal(400, 'Request body and URI mismatch')
      const owner = permitted(ask, 'update')
      owner.metadata = { ...owner.metadata, ...pairs }
      return ok({ meta: pairs })
    }),
    route('DELETE', `${path}/:id/metadata/:key`, (ask) => {
      const owner = permitted(ask, 'delete')
      const { [keyOf(ask, owner)]: _gone, ...rest } = owner.metadata
      owner.metadata = rest
      return emptyPage(200)
    }),
  ]
}

export const volumeMetadataRoutes: readonly ServiceRoute[] = [
  ...routesOf(volumes),
  ...routesOf(snapshots),
]
