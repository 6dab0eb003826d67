import type { Identity } from '#mocks/cloud/identity.ts'
import type { Domain } from '#mocks/cloud/people.ts'
import { rolesOf, type Token } from '#mocks/cloud/tokens.ts'

import { ok, type Answer } from './answer.ts'
import { expecting, forbidden } from './keystone-refusals.ts'
import { readJson, type Place, type Setting } from './service.ts'

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

/** A list as Keystone gives it, in the order of the ids; those of the name that the query asks for. */
export function listOf(
  { place }: KeystoneAsk,
  member: string,
  entries: readonly { id: string; name?: string }[],
): Answer {
  const { searchParams, search } = place.url
  const wanted = searchParams.get('name')
  return ok({
    [member]: entries
      .filter(({ name }) => wanted === null || name === undefined || name === wanted)
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
