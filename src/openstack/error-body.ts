import { isRecord } from './json.ts'

/** The cloud's own words for a failure. */
export type ErrorWords = { title?: string; message: string }

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** Glance speaks HTML: its sentence ends in line breaks, and proxies answer with whole pages. */
const withoutMarkup = (html: string) =>
  html
    .replaceAll(/<(head|style|script)[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/**
 * The sentence in the body of a refusal. Cinder and Nova wrap it in an object with one key that names the
 * fault, Keystone in `error`, Glance gives `message` beside `code`; a proxy on the way may give plain text or HTML.
 */
export function wordsOf(body: string, status: number): ErrorWords {
  const plain: ErrorWords = { message: withoutMarkup(body).slice(0, 500) || `HTTP ${status}` }
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return plain
  }
  if (!isRecord(parsed)) return plain
  const own = text(parsed.message)
  if (own !== undefined) return { message: withoutMarkup(own) }
  for (const [key, inner] of Object.entries(parsed)) {
    if (!isRecord(inner)) continue
    const message = text(inner.message)
    if (message !== undefined) return { title: text(inner.title) ?? key, message }
  }
  return plain
}

/**
 * The status that a volume had when an act was refused because of it: `unknown` where Cinder's sentence blames the
 * status without naming it, undefined where the refusal has another reason. The sentences are those of
 * cinder/volume/api.py, `_attachment_reserve` ("… but the current status is attaching.") and `begin_detaching`
 * ("Unable to detach volume. Volume status must be 'in-use' …").
 */
export const volumeStatusIn = (message: string): string | undefined =>
  /current(?:ly| status is:?) ([a-z_-]+)/.exec(message)?.[1] ??
  (message.includes('Unable to detach volume. Volume status must be') ? 'unknown' : undefined)
