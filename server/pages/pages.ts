import { Hono } from 'hono'
import type { SecureHeadersVariables } from 'hono/secure-headers'

import { pageHeaders } from '#server/http/security.ts'
import type { Settings } from '#server/settings/settings.ts'

import { noncePlaceholder } from './nonce-placeholder.ts'

/** A built file, with what was compressed of it at build time. */
export type BuiltFile = {
  contentType: string
  plain: Uint8Array<ArrayBuffer>
  br?: Uint8Array<ArrayBuffer>
  gzip?: Uint8Array<ArrayBuffer>
  etag: string
}

/** The built page: `index.html`, and the other files by their path with a slash in front. */
export type Pages = { index: string; files: ReadonlyMap<string, BuiltFile> }

/** Vite names these by their content, so they never change. */
const isHashed = (path: string) => path.startsWith('/assets/')

/** Whether `path` is of a file rather than a place in the page. */
const isFile = (path: string) => isHashed(path) || /\.[a-z0-9]{1,12}$/i.test(path)

/** Whether `accepted`, an Accept-Encoding header, takes `encoding`. */
export function accepts(accepted: string, encoding: string): boolean {
  const choice = accepted
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .find(([name]) => name === encoding)
  return choice !== undefined && Number(choice[1] ?? 1) > 0
}

function encoded({ plain, br, gzip }: BuiltFile, accepted: string) {
  if (br && accepts(accepted, 'br')) return { bytes: br, encoding: 'br' }
  if (gzip && accepts(accepted, 'gzip')) return { bytes: gzip, encoding: 'gzip' }
  return { bytes: plain }
}

function fileAnswer(file: BuiltFile, path: string, request: Request): Response {
  const headers = new Headers({
    'content-type': file.contentType,
    'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    etag: file.etag,
  })
  if (request.headers.get('if-none-match') === file.etag)
    return new Response(null, { status: 304, headers })
  const { bytes, encoding } = encoded(file, request.headers.get('accept-encoding') ?? '')
  if (encoding !== undefined) headers.set('content-encoding', encoding)
  headers.set('content-length', String(bytes.length))
  return new Response(bytes, { headers })
}

/** The built files, and the page itself for every other address: which of them exist, the page knows. */
export function pageRoutes(settings: Settings, { index, files }: Pages) {
  return new Hono<{ Variables: SecureHeadersVariables }>()
    .use(pageHeaders(settings))
    .get('*', (context) => {
      const { path } = context.req
      const file = files.get(path)
      if (file) return fileAnswer(file, path, context.req.raw)
      if (isFile(path)) return context.text('Not found', 404)
      const nonce = context.get('secureHeadersNonce') ?? ''
      return context.html(index.replaceAll(noncePlaceholder, nonce), 200, {
        'cache-control': 'no-cache',
      })
    })
}
