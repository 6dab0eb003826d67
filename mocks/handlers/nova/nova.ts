import type { Region } from '#mocks/cloud/cloud.ts'
import { faultOf } from '#mocks/handlers/answer.ts'
import type { ServiceRoute } from '#mocks/handlers/ask.ts'
import { novaVersions } from '#mocks/handlers/microversion.ts'
import { Router } from '#mocks/handlers/router.ts'
import {
  serviceHandler,
  unauthorized,
  type Service,
  type Setting,
} from '#mocks/handlers/service.ts'
import { novaOpen } from '#mocks/handlers/versions.ts'

import { flavorRoutes } from './flavors.ts'
import { instanceActionRoutes } from './instance-action-routes.ts'
import { novaQuotaRoutes } from './nova-quotas.ts'
import { novaServiceRoutes } from './nova-services.ts'
import { novaVolumeRoutes } from './nova-volumes.ts'
import { serverActionRoutes } from './server-action-routes.ts'
import { serverAttachmentRoutes } from './server-attachments.ts'
import { serverCreationRoutes } from './server-creation.ts'
import { serverListRoutes } from './server-lists.ts'

const routes: readonly ServiceRoute[] = [
  ...serverListRoutes,
  ...serverCreationRoutes,
  ...serverAttachmentRoutes,
  ...instanceActionRoutes,
  ...serverActionRoutes,
  ...novaQuotaRoutes,
  ...novaServiceRoutes,
  ...novaVolumeRoutes,
  ...flavorRoutes,
]

/** `/v2.1/servers`, also with a project before the resource as older clients write it. */
const resource: Service['resource'] = (path) => {
  const [, version, first = '', ...others] = path.split('/')
  if (version !== 'v2.1' && version !== 'v2') return undefined
  const isOld = version === 'v2'
  return /^[0-9a-f]{32}$/.test(first)
    ? { rest: others.join('/'), prefix: `/${version}/${first}`, isOld }
    : { rest: [first, ...others].join('/'), prefix: `/${version}`, isOld }
}

const router = new Router(routes)

const ids = (requestId: string) => ({
  'x-openstack-request-id': requestId,
  'x-compute-request-id': requestId,
})

/** Nova of one region. */
export const novaHandler = (setting: Setting, region: Region, mount: string) =>
  serviceHandler(setting, {
    region,
    mount,
    versioned: novaVersions(setting.cloud),
    router,
    open: novaOpen,
    resource,
    unauthorized,
    openHeaders: (requestId, _answer, { path }) => (path.length > 1 ? ids(requestId) : {}),
    frontHeaders: ids,
    idHeaders: ids,
    finish: ({ headers, ...answer }) => ({
      ...answer,
      headers: { 'content-type': 'application/json', ...headers },
    }),
    refuse: (refusal) => {
      const { headers, ...answer } = faultOf(refusal)
      return {
        ...answer,
        headers: { ...headers, 'content-type': 'application/json; charset=UTF-8' },
      }
    },
  })
