import type { Identity } from '#mocks/cloud/identity/identity.ts'
import type { Domain } from '#mocks/cloud/identity/people.ts'
import { rolesOf, type Token } from '#mocks/cloud/identity/tokens.ts'
import { ok, type Answer } from '#mocks/handlers/answer.ts'
import { readJson, type Place, type Setting } from '#mocks/handlers/service.ts'
import { own } from '#mocks/handlers/values.ts'

import { expecting, forbidden } from './keystone-refusals.ts'

/** A request to Keystone. */
export type KeystoneAsk = {
  setting: Setting
  place: Place
  request: Request
  params: Record<string, string>
}

/** What answers those who hold no token yet. */
export type OpenRun = (ask: KeystoneAsk & { identity: Identity }) => Answer | Promise<Answer>

/** A request of somebody who holds a token, with its JSON. */
export type SignedIn = KeystoneAsk & { identity: Identity; token: Token; body: unknown }
export type KeystoneRun = (ask: SignedIn) => Answer

export function onlyAdmins({ token }: SignedIn, rule: string) {
  if (!rolesOf(token).includes('admin')) throw forbidden(rule)
}

/** What an administrator sees: those of a domain only what is in it. */
export const seenBy =
  ({ token }: SignedIn) =>
  (one: { domain: Domain }) =>
    token.domain === null || token.domain === one.domain

/** Something that Keystone lists. */
export type Entry = { id: string; [field: string]: unknown }

/** What Keystone takes for no; all else is a yes (keystone/common/utils.py, attr_as_boolean). */
const noes = new Set(['0', 'f', 'false', 'off', 'n', 'no'])

/** Ways to compare that stand behind a field's name: `name__icontains`. Databases compare whatever the case. */
const comparisons: Record<string, (value: string, wanted: string) => boolean> = {
  contains: (value, wanted) => value.includes(wanted),
  startswith: (value, wanted) => value.startsWith(wanted),
  endswith: (value, wanted) => value.endsWith(wanted),
}

/** The test that one parameter of the query makes of a list; undefined where it filters nothing. */
function testOf(
  [name, text]: [string, string],
  fields: readonly string[],
): ((entry: Entry) => boolean) | undefined {
  const [field = '', comparator] = name.split('__')
  if (!fields.includes(field)) return undefined
  const wanted = text.toLowerCase()
  if (comparator === undefined)
    return ({ [field]: value }) =>
      typeof value === 'boolean'
        ? value !== noes.has(wanted)
        : typeof value === 'string' && value.toLowerCase() === wanted
  const compare = own(comparisons, comparator.replace(/^i/, ''))
  return compare && (({ [field]: value }) => compare(String(value).toLowerCase(), wanted))
}

/**
 * A list as Keystone gives it, in the order of the ids.
 * @param fields by which it may be filtered; other parameters are passed over
 */
export function listOf(
  { place }: KeystoneAsk,
  member: string,
  entries: readonly Entry[],
  fields: readonly string[] = [],
): Answer {
  const { searchParams, search } = place.url
  const tests = [...searchParams].flatMap((parameter) => testOf(parameter, fields) ?? [])
  return ok({
    [member]: entries
      .filter((entry) => tests.every((test) => test(entry)))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    links: { next: null, self: `${place.base}${place.path}${search}`, previous: null },
  })
}

/** The names of all regions. */
export const regionsOf = ({ cloud }: Setting) => cloud.regions.map(({ name }) => name)

/** The JSON that Keystone was sent. */
export const keystoneJson = (request: Request) =>
  readJson(request).catch(() => {
    throw expecting('valid JSON', 'request body')
  })
