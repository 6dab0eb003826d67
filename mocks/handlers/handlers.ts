import type { HttpHandler } from 'msw'

import { mountOf } from './catalog.ts'
import { cinderHandler } from './cinder.ts'
import { glanceHandler } from './glance.ts'
import { identityHandler } from './identity.ts'
import { novaHandler } from './nova.ts'
import type { Setting } from './service.ts'

/** One handler for each service of each region. */
export const handlersFor = (setting: Setting): HttpHandler[] => [
  identityHandler(setting),
  ...setting.cloud.regions.flatMap((region, index) => [
    cinderHandler(setting, region, mountOf(index, 'volume')),
    novaHandler(setting, region, mountOf(index, 'compute')),
    glanceHandler(setting, region, mountOf(index, 'image')),
  ]),
]
