import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

import type { BuiltFile, Pages } from './pages.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const bytesOf = async (path: string) => new Uint8Array(await readFile(path))

/** Reads what `npm run build` wrote into `folder`; all of it is small enough to be kept in memory. */
export async function readPages(folder: string): Promise<Pages> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = new Set(
    entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)),
  )
  const compressed = async (path: string) => (paths.has(path) ? bytesOf(path) : undefined)
  const builtFile = async (path: string): Promise<BuiltFile> => {
    const plain = await bytesOf(path)
    const [br, gzip] = await Promise.all([compressed(`${path}.br`), compressed(`${path}.gz`)])
    return {
      contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
      plain,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      ...(br && { br }),
      ...(gzip && { gzip }),
    }
  }
  const index = join(folder, 'index.html')
  const files = [...paths].filter((path) => path !== index && !/\.(br|gz)$/.test(path))
  return {
    index: await readFile(index, 'utf8'),
    files: new Map(
      await Promise.all(
        files.map(
          async (path) =>
            [path.slice(folder.length).replaceAll('\\', '/'), await builtFile(path)] as const,
        ),
      ),
    ),
  }
}
