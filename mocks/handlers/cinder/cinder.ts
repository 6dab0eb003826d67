import type { Region } from '#mocks/cloud/cloud.ts'
import type { Caller } from '#mocks/cloud/identity/caller.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { faultOf, ok, type Answer } from '#mocks/handlers/answer.ts'
import { route, type ServiceRoute } from '#mocks/handlers/ask.ts'
import { atLeast, cinderVersions, type Version } from '#mocks/handlers/microversion.ts'
import { Router } from '#mocks/handlers/router.ts'
import {
  serviceHandler,
  unauthorized,
  type Resource,
  type Setting,
} from '#mocks/handlers/service.ts'
import { cinderOpen, cinderVersion } from '#mocks/handlers/versions.ts'

import { backupActionRoutes } from './backup-actions.ts'
import { backupRoutes } from './backups.ts'
import { cinderAttachmentRoutes } from './cinder-attachments.ts'
import { cinderQuotaRoutes } from './cinder-quotas.ts'
import { cinderServiceRoutes } from './cinder-services.ts'
import { groupRoutes } from './groups.ts'
import { manageableVolumeRoutes } from './manageable-volumes.ts'
import { messageRoutes } from './messages.ts'
import { cinderListRoutes } from './service-lists.ts'
import { snapshotActionRoutes } from './snapshot-actions.ts'
import { snapshotRoutes } from './snapshots.ts'
import { transferRoutes } from './transfers.ts'
import { volumeActionRoutes } from './volume-action-routes.ts'
import { volumeChangeRoutes } from './volume-changes.ts'
import { volumeListRoutes } from './volume-lists.ts'
import { volumeMetadataRoutes } from './volume-metadata.ts'
import { volumeTypeEncryptionRoutes } from './volume-type-encryption.ts'
import { volumeTypeSpecRoutes } from './volume-type-specs.ts'
import { volumeTypeRoutes } from './volume-types.ts'

const routes: readonly ServiceRoute[] = [
  route('GET', '', (ask) => ok(cinderVersion(ask.base, ask.newest))),
  ...volumeListRoutes,
  ...volumeChangeRoutes,
  ...volumeActionRoutes,
  ...volumeMetadataRoutes,
  ...manageableVolumeRoutes,
  ...cinderAttachmentRoutes,
  ...volumeTypeRoutes,
  ...volumeTypeSpecRoutes,
  ...volumeTypeEncryptionRoutes,
  ...cinderQuotaRoutes,
  ...messageRoutes,
  ...snapshotRoutes,
  ...snapshotActionRoutes,
  ...transferRoutes,
  ...backupRoutes,
  ...backupActionRoutes,
  ...cinderServiceRoutes,
  ...groupRoutes,
  ...cinderListRoutes,
]

const projectInPath = /^[0-9a-f]{32}$/

/** `/v3/<project>/volumes` → `volumes`; Cinder takes no project but the token's, and none at all. */
const resource = (path: string, caller: Caller, newest: Version): Resource | undefined => {
  const [, version, first = '', ...others] = path.split('/')
  if (version !== 'v3') return undefined
  if (!projectInPath.test(first)) return { rest: [first, ...others].join('/'), prefix: '/v3' }
  // Default types knew no project in front of them (api/v3/router.py).
  if (others[0] === 'default-types' && !atLeast(newest, [3, 71])) return undefined
  const ours = first === caller.projectId
  return { rest: ours ? others.join('/') : '!', prefix: `/v3/${first}` }
}

const malformed: ServiceRoute['run'] = {
  since: [0, 0],
  run: () => {
    throw new Refusal(400, 'Malformed request url')
  },
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']
const router = new Router([
  ...routes,
  ...methods.map((method) => ({ method, path: '!', run: malformed })),
])

const front = (requestId: string) => ({ 'x-openstack-request-id': requestId })
const ids = (requestId: string) => ({
  ...front(requestId),
  'x-compute-request-id': requestId,
})

/** Empty answers say that they are JSON, unless they come as a page does: then one of the ids is missing. */
function asCinder({ headers = {}, ...answer }: Answer): Answer {
  const { 'x-compute-request-id': id, ...rest } = headers
  return headers['content-type']?.startsWith('text/html')
    ? { ...answer, headers: rest }
    : {
        ...answer,
        headers: {
          'content-type': 'application/json',
          ...rest,
          ...(id && { 'x-compute-request-id': id }),
        },
      }
}

/** Cinder of one region. */
export function cinderHandler(setting: Setting, region: Region, mount: string) {
  const versioned = cinderVersions(setting.cloud)
  return serviceHandler(setting, {
    region,
    mount,
    versioned,
    router,
    open: cinderOpen,
    resource: (path, caller) => resource(path, caller, versioned.max),
    unauthorized,
    openHeaders: (requestId, { status }) => (status === 302 ? front(requestId) : ids(requestId)),
    optionsHeaders: front,
    frontHeaders: front,
    idHeaders: ids,
    finish: asCinder,
    refuse: faultOf,
  })
}
