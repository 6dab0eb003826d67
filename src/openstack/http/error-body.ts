import { isRecord } from './is-record.ts'

/** The cloud's own words for a failure. */
export type ErrorWords = { title?: string; message: string }

/** How much of a page is read, and how much of its text is shown, in characters. */
const readAtMost = 20_000
const shownAtMost = 1_000

const shortened = (words: string) =>
  words.length > shownAtMost ? `${words.slice(0, shownAtMost)}…` : words

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const unseen: ReadonlySet<string> = new Set(['head', 'style', 'script'])

/**
 * The text of a page without its markup: Glance answers in HTML, and proxies with whole pages. Takes linear time.
 */
export function withoutMarkup(page: string): string {
  const html = page.slice(0, readAtMost)
  const lower = html.toLowerCase()
  const endless = new Set<string>()
  const words: string[] = []
  let at = 0
  for (;;) {
    const open = html.indexOf('<', at)
    const close = open === -1 ? -1 : html.indexOf('>', open)
    if (close === -1) break
    words.push(html.slice(at, open), ' ')
    at = close + 1
    const name = /^[a-z]+/.exec(lower.slice(open + 1, open + 10))?.[0] ?? ''
    if (!unseen.has(name) || endless.has(name)) continue
    const end = lower.indexOf(`</${name}>`, at)
    if (end === -1) endless.add(name)
    else at = end + name.length + 3
  }
  words.push(html.slice(at))
  return words.join('').replaceAll(/\s+/g, ' ').trim()
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/**
 * The sentence in the body of a refusal. Cinder and Nova wrap it in an object with one key that names the
 * fault, Keystone in `error`, Glance gives `message` beside `code`; a proxy on the way may give plain text or HTML.
 */
export function wordsOf(body: string, status: number): ErrorWords {
  const raw = parsed(body)
  if (isRecord(raw)) {
    const own = text(raw.message)
    if (own !== undefined) return { message: shortened(withoutMarkup(own)) }
    for (const [key, inner] of Object.entries(raw)) {
      const message = isRecord(inner) ? text(inner.message) : undefined
      if (!isRecord(inner) || message === undefined) continue
      return { title: text(inner.title) ?? key, message: shortened(message) }
    }
  }
  return { message: shortened(withoutMarkup(body)) || `HTTP ${status}` }
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
