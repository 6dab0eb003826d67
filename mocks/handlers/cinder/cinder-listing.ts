import { comparison, type Listing, type SortBy } from '#mocks/cloud/listing.ts'
import { invalidInput, Refusal } from '#mocks/cloud/refusal.ts'
import type { Stored } from '#mocks/cloud/table.ts'
import { since, type Ask } from '#mocks/handlers/ask.ts'
import { cinderPage } from '#mocks/handlers/paging.ts'
import { isObject, own, pythonText } from '#mocks/handlers/values.ts'

export type Test<T> = (entry: T) => boolean

/** A value as a column of Cinder's database has it; times in whole seconds. */
type Value = string | number | boolean | null

/** The columns of a table, by their names in the database. Lists are ordered and filtered by any of them. */
export type Columns<T> = Record<string, (entry: T) => Value>

/** From which microversion on something is so. */
type Since = readonly [number, number]

/** What one of Cinder's lists may be asked for. */
export type Kind<T> = {
  columns: Columns<T>
  /** What everybody may filter by (Cinder's resource_filters.json); other names are refused to those who are no administrators. */
  filters: readonly string[]
  /** From which microversion on they are refused; before that they are passed over, or count as columns. */
  refusesSince?: Since
  countsOthers?: boolean
  /** What everybody could filter by before that, where it was less. */
  olderFilters?: readonly string[]
  /** Filters that there are since a microversion only, where others are passed over: not for administrators either. */
  addedFilters?: Record<string, Since>
  /** Names of filters that are other columns'. */
  renamed?: Record<string, string>
  /** From which microversion on a list may be ordered by `name`. */
  nameSince?: Since
  /** Filters that are more than a comparison with a column. `value` as `readAs` makes it of the text. */
  special?: Record<string, (value: unknown, ask: Ask) => Test<T>>
  /** What the text of a filter stands for; by default itself. */
  readAs?: (column: string, text: string, ask: Ask) => unknown
}

const paging = ['limit', 'offset', 'marker', 'sort', 'sort_key', 'sort_dir']

const everything = () => true

/** A microversion that there will not be: of what is never refused. */
export const never: Since = [Infinity, 0]

/** The row of a moment, which databases keep in whole seconds. */
export const seconds = (ms: number | null) => ms && Math.floor(ms / 1000)

/** How MySQL compares a column with what is looked for, whatever the case of the letters. */
function equals(value: Value, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return wanted.some((one) => equals(value, one))
  if (value === null || wanted === null) return value === wanted
  if (typeof value === 'string') return value.toLowerCase() === pythonText(wanted).toLowerCase()
  if (typeof wanted === 'boolean') return Number(value) === Number(wanted)
  return Number(value) === (Number.parseFloat(pythonText(wanted)) || 0)
}

/** SQL's LIKE with the text anywhere: `%` stands for any characters, `_` for one. */
function contains(value: Value, part: string): boolean {
  if (value === null) return false
  const pattern = part
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
    .replaceAll('%', '.*')
    .replaceAll('_', '.')
  return new RegExp(pattern, 'is').test(String(value))
}

/** `vm` is every back end and pool of a host, `vm@shared` every pool of a back end (cinder/db/api.py, _filter_host). */
export function isOnHost(value: string | null, host: string): boolean {
  const [name, wanted] = [value?.toLowerCase() ?? '', host.toLowerCase()]
  if (name === wanted) return true
  const more = host.includes('#') ? [] : host.includes('@') ? ['#'] : ['#', '@']
  return more.some((mark) => name.startsWith(wanted + mark))
}

/** The filters of the query that count, or Cinder's refusal of them (cinder/api/common.py, reject_invalid_filters). */
function filtersOf<T>(ask: Ask, kind: Kind<T>, without: readonly string[]): Record<string, string> {
  const given = Object.fromEntries([...ask.query].filter(([name]) => !without.includes(name)))
  const { filters, refusesSince = [3, 31], addedFilters = {} } = kind
  if (since(ask, ...refusesSince)) {
    if (ask.caller.isAdmin) return given
    const { all_tenants: _passedOver, ...asked } = given
    const strangers = Object.keys(asked).filter((name) => !filters.includes(name))
    if (strangers.length > 0)
      throw new Refusal(400, `Invalid filters ${strangers.join(',')} are found in query options.`)
    return asked
  }
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => since(ask, ...(own(addedFilters, name) ?? [3, 0])))
      .filter(
        ([name]) =>
          ask.caller.isAdmin || kind.countsOthers || (kind.olderFilters ?? filters).includes(name),
      ),
  )
}

const nothing = () => false

/** What stands for `name` and `description` in the database, since filters are refused; before that there was nothing to compare. */
const likeNames: Record<string, string> = {
  name: 'display_name',
  description: 'display_description',
}

/** `name~=part`, which is for administrators. */
function likeTest<T>(
  ask: Ask,
  { columns, refusesSince }: Kind<T>,
  name: string,
  part: string,
): Test<T> {
  const renamed = own(columns, 'display_name') ? own(likeNames, name) : undefined
  // A volume's `name` is no column, and what is none is passed over.
  if (renamed && !since(ask, ...(refusesSince ?? [3, 31]))) return () => true
  const column = own(columns, renamed ?? name)
  return column ? (entry) => contains(column(entry), part) : nothing
}

function testFor<T>(ask: Ask, kind: Kind<T>, [name, text]: [string, string]): Test<T> {
  if (name.endsWith('~')) return likeTest(ask, kind, name.slice(0, -1), text)
  const key = own(kind.renamed, name) ?? name
  const column = own(kind.columns, key)
  const value = kind.readAs ? kind.readAs(key, text, ask) : text
  const special = own(kind.special, key)
  if (special) return special(value, ask)
  // A column is not compared with a dictionary.
  return column && !isObject(value) ? (entry) => equals(column(entry), value) : nothing
}

/** The order that `sort=key:dir,…` or `sort_key` and `sort_dir` ask for (cinder/api/common.py, get_sort_params). */
function orderOf<T extends Stored>(ask: Ask, kind: Kind<T>): Listing<T>['compare'] {
  const { query } = ask
  const [sort, old, oldDirection] = [
    query.get('sort'),
    query.get('sort_key'),
    query.get('sort_dir'),
  ]
  if (sort === null && old === null && oldDirection === null) return undefined
  if (sort !== null && (old !== null || oldDirection !== null))
    throw new Refusal(
      400,
      "The 'sort_key' and 'sort_dir' parameters are deprecated and cannot be used with the 'sort' parameter.",
    )
  const asked = (
    sort?.trim().split(',') ?? [`${old ?? 'created_at'}:${oldDirection ?? 'desc'}`]
  ).map((part) => {
    const [key = '', ...direction] = part.split(':')
    return { key: key.trim(), direction: direction.join(':').trim() || 'desc' }
  })
  const directions = asked.map(({ direction }) => {
    if (direction !== 'asc' && direction !== 'desc')
      throw invalidInput("Unknown sort direction, must be 'desc' or 'asc'.")
    return direction === 'desc'
  })
  // What was asked for comes first, then the age and the id, in the direction of the first.
  const keys = [...asked.map(({ key }) => key), 'created_at', 'id']
  const columns: Columns<T> = { ...kind.columns, ...nameColumn(ask, kind) }
  const fields = keys.map((key, index): SortBy<T> => {
    const value = own(columns, key)
    if (!value) throw invalidInput('Invalid sort key')
    return { value, descending: directions[index] ?? directions[0] ?? true }
  })
  return comparison(fields)
}

/** `name` is another column's name in the database. */
function nameColumn<T>(ask: Ask, { columns, nameSince }: Kind<T>): Columns<T> {
  const column = columns['display_name']
  return column && nameSince && since(ask, ...nameSince) ? { name: column } : {}
}

/** What of a list is asked for, but for the marker. */
export type Asked<T> = {
  /** Undefined: of all projects. */
  projectId: string | undefined
  /** Filters that are for something else. */
  without?: readonly string[]
  marker: (id: string) => T | undefined
}

/** What the filters of the query leave of a list. `notFilters` are what orders it and cuts it into pages. */
export function cinderTest<T>(
  ask: Ask,
  kind: Kind<T>,
  { projectId, without = [] }: Pick<Asked<T>, 'projectId' | 'without'>,
  notFilters: readonly string[] = paging,
): Test<T> {
  // Who asks for one project gets the filter `project_id` set, whatever it was.
  const overwritten = projectId === undefined ? [] : ['project_id']
  const tests = Object.entries(filtersOf(ask, kind, [...without, ...notFilters]))
    .filter(([name]) => !overwritten.includes(name))
    .map((filter) => testFor(ask, kind, filter))
  return tests.length === 0 ? everything : (entry) => tests.every((test) => test(entry))
}

/** Reads what a list is asked for, in the order in which Cinder looks at it. */
export function cinderListing<T extends Stored>(
  ask: Ask,
  kind: Kind<T>,
  asked: Asked<T>,
): Listing<T> {
  const page = cinderPage(ask)
  const compare = orderOf(ask, kind)
  const test = cinderTest(ask, kind, asked)
  const id = ask.query.get('marker')
  return {
    ...page,
    projectId: asked.projectId,
    // Counting what nobody filters takes no look at the entries.
    matches: test === everything ? undefined : test,
    compare,
    marker: id === null ? undefined : asked.marker(id),
  }
}
