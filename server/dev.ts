import { getRequestListener } from '@hono/node-server'

import { readSettings } from '#server/settings/settings.ts'

import { createServer } from './app.ts'
import { createLog } from './log.ts'
import { cloudDeps } from './node-cloud.ts'

const settings = readSettings(process.env)
const log = createLog(settings)
const cloud = await cloudDeps(settings, log)

/** The server without the page, as what Vite's development server passes requests to. */
export const listener = getRequestListener(createServer(settings, { ...cloud, log }).fetch)
