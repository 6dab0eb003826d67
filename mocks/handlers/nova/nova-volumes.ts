import type { Volume } from '#mocks/cloud/storage/block-storage.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { notYet, route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { databaseTime } from '#mocks/handlers/values.ts'

/** A volume as Nova showed it to clients that knew no Cinder: with one attachment at most. */
function volumeView({ region: { storage } }: Ask, volume: Volume) {
  const [attachment] = storage.attachmentsOf(volume.id)
  return {
    id: volume.id,
    status: volume.status,
    size: volume.size,
    availabilityZone: volume.availabilityZone,
    createdAt: databaseTime(volume.createdAt),
    attachments: [
      attachment
        ? {
            id: volume.id,
            volumeId: volume.id,
            serverId: attachment.instanceId,
            device: attachment.mountpoint,
          }
        : {},
    ],
    displayName: volume.name,
    displayDescription: volume.description,
    volumeType: storage.typeOf(volume)?.name ?? null,
    snapshotId: volume.snapshotId,
    metadata: volume.metadata,
  }
}

/** Nova's microversion 2.36 took its ways to other services away. */
const untilTaken =
  (run: (ask: Ask) => unknown): ServiceRoute['run']['run'] =>
  (ask) => {
    if (since(ask, 2, 36)) throw notYet()
    return ok(run(ask))
  }

const list = untilTaken((ask) => ({
  volumes: [...ask.region.storage.volumes.newestFirst(ask.caller.projectId ?? '')].map((volume) =>
    volumeView(ask, volume),
  ),
}))

const show = untilTaken((ask) => ({
  volume: volumeView(ask, ask.region.storage.volumeFor(ask.caller, ask.params['id'] ?? '')),
}))

/** Cinder's volumes seen through Nova, for reading. */
export const novaVolumeRoutes: readonly ServiceRoute[] = [
  route('GET', 'os-volumes', list),
  route('GET', 'os-volumes/detail', list),
  route('GET', 'os-volumes/:id', show),
]
