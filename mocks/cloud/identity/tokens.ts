import type { Clock } from '#mocks/cloud/clock.ts'
import { fixedHex } from '#mocks/cloud/ids.ts'

import type { ApplicationCredential } from './application-credentials.ts'
import type { Domain, Project, User } from './people.ts'
import type { RoleName } from './policies.ts'
import { fernetLike, randomText } from './token-text.ts'

/** What a token is good for: a project, a domain, the cloud as a whole, or none of them. */
export type Scope = { project: Project } | { domain: Domain } | 'system' | null

export type Token = {
  id: string
  /** The token's own audit id and, where it was made from another, that of the first of its chain. */
  auditIds: string[]
  methods: string[]
  user: User
  /** Null for a token without a project. */
  project: Project | null
  domain: Domain | null
  /** Whether it is for the cloud as a whole. */
  isSystem: boolean
  credential: ApplicationCredential | undefined
  /** ms since the epoch. */
  issuedAt: number
  expiresAt: number
}

export type NewToken = {
  user: User
  scope: Scope
  methods: string[]
  /** The token that it is made from. */
  from?: Token | undefined
  credential?: ApplicationCredential | undefined
}

/** A role brings those below it with it. */
const implied: Record<RoleName, readonly RoleName[]> = {
  admin: ['admin', 'member', 'reader'],
  member: ['member', 'reader'],
  reader: ['reader'],
}

export const roleId = (role: string) => fixedHex(`role ${role}`)

function roleOf({ user, project, domain, isSystem }: Token): RoleName | undefined {
  if (isSystem) return user.systemRole
  return domain ? user.domainRoles.get(domain.id) : user.roles.get(project?.id ?? '')
}

/** The roles that a token gives in its scope, with those that they imply. */
export function rolesOf(token: Token): readonly RoleName[] {
  const role = roleOf(token)
  const roles = role ? implied[role] : []
  const { credential } = token
  return credential ? roles.filter((name) => credential.roles.includes(name)) : roles
}

/** All roles that the token names, also those that no rule knows. */
export const roleNamesOf = (token: Token): readonly string[] => [
  ...rolesOf(token),
  ...(token.project ? token.user.extraRoles : []),
]

/** The role with those that it implies. */
export const withImplied = (role: RoleName) => implied[role]

/** Whether a token is for a project, a domain or the whole cloud. */
export const isScoped = ({ project, domain, isSystem }: Token) =>
  project !== null || domain !== null || isSystem

/** Keystone gives methods in an order that differs between its processes; this is the one that was seen most. */
const methodOrder = ['openid', 'token', 'password', 'totp', 'application_credential']
export const inOrder = (methods: readonly string[]): string[] =>
  [...new Set(methods)].toSorted((a, b) => methodOrder.indexOf(a) - methodOrder.indexOf(b))

/** The tokens that are good for something. */
export class Tokens {
  private readonly tokens = new Map<string, Token>()
  private readonly clock: Clock
  private readonly lifetimeMs: () => number

  /** @param lifetimeMs how long those live that are not made from others */
  constructor(clock: Clock, lifetimeMs: () => number) {
    this.clock = clock
    this.lifetimeMs = lifetimeMs
  }

  /** A new token. One made from another token ends when that one ends. */
  issue({ user, scope, methods, from, credential }: NewToken): Token {
    const issuedAt = Math.floor(this.clock.now() / 1000) * 1000
    this.forgetExpired()
    // A federated person's tokens are not chained (keystone/auth/plugins/mapped.py, handle_scoped_token).
    const root = user.federation ? [] : (from?.auditIds.slice(-1) ?? [])
    const isObject = scope !== null && scope !== 'system'
    const ids = root.length + (isObject ? 1 : 0) + (credential ? 1 : 0)
    const token: Token = {
      id: fernetLike(ids, user.federation?.groups.length),
      auditIds: [randomText(22), ...root],
      methods: inOrder(methods),
      user,
      project: isObject && 'project' in scope ? scope.project : null,
      domain: isObject && 'domain' in scope ? scope.domain : null,
      isSystem: scope === 'system',
      credential,
      issuedAt,
      expiresAt: from?.expiresAt ?? issuedAt + this.lifetimeMs(),
    }
    this.tokens.set(token.id, token)
    return token
  }

  /** The token of that id, unless it has expired or was revoked. */
  find(id: string | null): Token | undefined {
    const token = id === null ? undefined : this.tokens.get(id)
    return token && token.expiresAt > this.clock.now() ? token : undefined
  }

  /**
   * Ends a token and, with `cascade`, those that were made from it. Keystone finds these by the first token of the chain,
   * so one from the middle takes none with it (keystone/token/provider.py, revoke_token).
   */
  revoke(token: Token, { cascade }: { cascade: boolean }) {
    this.tokens.delete(token.id)
    const [own] = token.auditIds
    if (cascade) this.revokeWhere(({ auditIds }) => auditIds[1] === own)
  }

  /** Ends all tokens of which `isOver` says so. */
  revokeWhere(isOver: (token: Token) => boolean) {
    for (const token of this.tokens.values()) if (isOver(token)) this.tokens.delete(token.id)
  }

  private forgetExpired() {
    const now = this.clock.now()
    for (const token of this.tokens.values()) {
      if (token.expiresAt > now) break
      this.tokens.delete(token.id)
    }
  }
}
