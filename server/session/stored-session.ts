import { z } from 'zod'

import type { WindowScope } from '#src/model/cloud/session.ts'

const named = z.object({ id: z.string(), name: z.string() })
const inDomain = named.extend({ domain: named })
const microversion = z.object({ major: z.number(), minor: z.number() })
const range = z.object({ min: microversion, max: microversion }).nullable()

const scopeSchema = z.object({
  token: z.string(),
  project: inDomain,
  roles: z.array(z.string()),
  /** Empty where the catalog names no region. */
  region: z.string(),
  regions: z.array(z.string()),
  /** Without a slash at the end; those missing the region does not have. */
  endpoints: z.object({
    volume: z.string().optional(),
    compute: z.string().optional(),
    image: z.string().optional(),
  }),
  microversions: z.object({ volume: range, compute: range }),
})

export const sessionSchema = z.object({
  /** Our own id, generated at sign-in. */
  id: z.string(),
  /** ISO 8601, as Keystone says it. */
  expiresAt: z.string(),
  /** In ms since 1970. */
  startedAt: z.number(),
  user: inDomain.extend({ identityProvider: z.string().optional() }),
  /** All project tokens are made from it; null for an application credential, which has one project only. */
  unscopedToken: z.string().nullable(),
  /** The scopes that are open in the person's windows, the one entered last first. */
  scopes: z.tuple([scopeSchema], scopeSchema),
})

/** A project and region that is open, with the token for it. */
export type StoredScope = z.infer<typeof scopeSchema>

/** What the cookie holds. */
export type StoredSession = z.infer<typeof sessionSchema>

/** How many scopes a session keeps open at most. */
const mostScopes = 4

const isSamePlace = (a: StoredScope, b: StoredScope) =>
  a.project.id === b.project.id && a.region === b.region

/** The stored scope that `asked` means, if it is open. */
export const scopeFor = (session: StoredSession, asked: WindowScope): StoredScope | undefined =>
  session.scopes.find(
    ({ project, region }) => project.id === asked.projectId && region === asked.region,
  )

/** The session with `scope` in front; drops the scope entered longest ago when there are too many. */
export const withScope = (session: StoredSession, scope: StoredScope): StoredSession => ({
  ...session,
  scopes: [
    scope,
    ...session.scopes.filter((other) => !isSamePlace(other, scope)).slice(0, mostScopes - 1),
  ],
})

/** The session with `next` in the place of the scope `before`; the same object where nothing changes. */
export function replaceScope(
  session: StoredSession,
  before: StoredScope,
  next: StoredScope,
): StoredSession {
  if (next === before) return session
  const swap = (scope: StoredScope) => (scope === before ? next : scope)
  const [first, ...others] = session.scopes
  return { ...session, scopes: [swap(first), ...others.map(swap)] }
}

/** The tokens of a session, each once, the unscoped one last: revoking it first would end the others' right to be revoked. */
export const tokensOf = ({ scopes, unscopedToken }: StoredSession): string[] => [
  ...new Set([
    ...scopes.map(({ token }) => token),
    ...(unscopedToken === null ? [] : [unscopedToken]),
  ]),
]
