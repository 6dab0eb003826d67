import type { SortBy } from '#mocks/cloud/listing.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import type { Ask } from './ask.ts'
import { booleanOf } from './values.ts'

/** The largest page that Cinder, Nova and Glance give (`osapi_max_limit`). */
export const maxLimit = 1000

/** The largest offset (cinder/common/constants.py, DB_MAX_INT). */
const maxInt = 0x7f_ff_ff_ff

/** A number of the query, or Cinder's refusal. */
function wholeNumber(query: URLSearchParams, name: 'limit' | 'offset', tooSmall: string) {
  const text = query.get(name)
  if (text === null) return undefined
  if (!/^-?\d+$/.test(text))
    throw new Refusal(400, `${name === 'limit' ? 'limit param' : name} must be an integer`)
  if (Number(text) < 0) throw new Refusal(400, tooSmall)
  if (name === 'offset' && Number(text) > maxInt)
    throw new Refusal(400, `offset must be <= ${maxInt}`)
  return Number(text)
}

/** Page size and start as Cinder reads them. */
export const cinderPage = ({ query }: Ask) => ({
  limit: Math.min(
    wholeNumber(query, 'limit', 'limit param must be positive') ?? maxLimit,
    maxLimit,
  ),
  offset: wholeNumber(query, 'offset', 'offset must be >= 0') ?? 0,
})

/** What a list may be ordered by: the names of the API and the values they stand for. */
export type SortKeys<T> = Record<string, SortBy<T>['value']>

/** The link to the next page, there whenever a page is full, as Cinder's and Nova's lists have it. */
export function nextLink(
  { url, linkBase }: Ask,
  path: string,
  name: string,
  page: { limit: number; items: readonly { id: string }[] },
  sorted = false,
) {
  const last = page.items.at(-1)
  if (!last || page.items.length < page.limit) return {}
  const query = new URLSearchParams(url.searchParams)
  // Nova puts a new marker where the old one was, Cinder at the end.
  if (sorted) query.sort()
  else query.delete('marker')
  query.set('marker', last.id)
  return { [`${name}_links`]: [{ rel: 'next', href: `${linkBase}/${path}?${query}` }] }
}

/** Whether `with_count` asks for the number of all entries. */
export function wantsCount({ query }: Ask): boolean {
  const text = query.get('with_count')
  if (text === null) return false
  const wanted = booleanOf(text)
  if (wanted === undefined)
    throw new Refusal(400, `Value '${text}' for 'with_count' is not a boolean.`)
  return wanted
}
