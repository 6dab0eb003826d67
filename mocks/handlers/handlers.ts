import type { HttpHandler } from 'msw'

import { cinderHandler } from '#mocks/handlers/cinder/cinder.ts'
import { identityHandler } from '#mocks/handlers/identity/identity.ts'
import { novaHandler } from '#mocks/handlers/nova/nova.ts'

import { mountOf } from './catalog.ts'
import { faultsHandler } from './faults.ts'
import { glanceHandler } from './glance.ts'
import type { Setting } from './service.ts'

/** One handler for each service of each region, and, where it is wanted, the one by which faults are set. */
export const handlersFor = (setting: Setting, { faults }: { faults: boolean }): HttpHandler[] => [
  ...(faults ? [faultsHandler(setting.cloud)] : []),
  identityHandler(setting),
  ...setting.cloud.regions.flatMap((region, index) => [
    cinderHandler(setting, region, mountOf(index, 'volume')),
    novaHandler(setting, region, mountOf(index, 'compute')),
    glanceHandler(setting, region, mountOf(index, 'image')),
  ]),
]
