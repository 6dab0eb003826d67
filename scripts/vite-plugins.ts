import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

import type { Connect, Plugin } from 'vite'

const isCompressible = (path: string) => /\.(css|html|js|json|svg|txt|webmanifest)$/.test(path)

async function writeCompressed(path: string): Promise<void> {
  const bytes = await readFile(path)
  // Below this the headers outweigh what is saved.
  if (bytes.length < 1024) return
  const forms = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes)])
  await Promise.all([writeFile(`${path}.br`, forms[0]), writeFile(`${path}.gz`, forms[1])])
}

/** Puts brotli and gzip forms beside the built files, so that the server has nothing to compress. */
export const compressed = (): Plugin => ({
  name: 'mooring:compressed',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir = 'dist' }) {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile() && isCompressible(entry.name))
      await Promise.all(
        files.map(({ parentPath, name }) => writeCompressed(join(parentPath, name))),
      )
    },
  },
})

/** Keeps the worker of the embedded cloud out of the page that is built to be served. */
export const withoutWorker = (): Plugin => ({
  name: 'mooring:without-worker',
  apply: (_config, { command, mode }) => command === 'build' && mode !== 'worker',
  writeBundle: {
    order: 'pre',
    sequential: true,
    handler: ({ dir = 'dist' }) => rm(join(dir, 'mockServiceWorker.js'), { force: true }),
  },
})

/** The page has an address of its own where identity providers' forms arrive. */
const isOfServer = (method: string, url: string) =>
  /^\/(api|cloud|healthz|readyz)(\/|\?|$)/.test(url) ||
  (method === 'POST' && url === '/auth/websso/')

/** Mounts the server behind Vite's own, with its code reloaded when it changes. */
export const serverBehind = (): Plugin => ({
  name: 'mooring:server',
  apply: (_config, { command, mode }) =>
    command === 'serve' && mode !== 'worker' && !process.env.VITEST,
  async configureServer(vite) {
    // One that outlives a reload of the server's code, and with it the sessions.
    process.env.MOORING_SECRET ??= randomBytes(32).toString('base64')
    const load = () => vite.ssrLoadModule('/server/dev.ts')
    try {
      await load()
    } catch (error) {
      const isOfSettings = error instanceof Error && error.name === 'SettingsError'
      vite.config.logger.error(isOfSettings ? error.message : String(error))
      process.exit(1)
    }
    const answer: Connect.NextHandleFunction = async (request, response, next) => {
      try {
        const { listener } = await load()
        await listener(request, response)
      } catch (error) {
        next(error)
      }
    }
    vite.middlewares.use((request, response, next) => {
      if (isOfServer(request.method ?? '', request.url ?? '')) answer(request, response, next)
      else next()
    })
  },
})
