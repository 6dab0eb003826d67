import type { RoleName } from './policies.ts'

export type Domain = { id: string; name: string; description: string }

export type Project = { id: string; name: string; description: string; domain: Domain }

/** What an identity provider said of a person. */
export type Federation = { identityProvider: string; protocol: string; groups: readonly string[] }

/** What may be said of a person besides name, password and roles in projects. */
export type MoreOfUser = {
  domain: Domain
  /** Domain id → the role on the domain itself. */
  domainRoles: Map<string, RoleName>
  /** The role on the cloud as a whole, if there is one. */
  systemRole: RoleName | undefined
  /** Roles of the operator's own, which no rule knows, in every project of the person. */
  extraRoles: readonly string[]
  /** The project that a token is for when none is asked for. */
  defaultProjectId: string | undefined
  /** In base32. Who has one can't sign in by password alone. */
  totpSecret: string | undefined
  passwordExpired: boolean
  /** Undefined for people whom Keystone itself knows. */
  federation: Federation | undefined
}

export type User = MoreOfUser & {
  id: string
  name: string
  /** Null for people of an identity provider. */
  password: string | null
  /** Project id → the role that the user has in it. */
  roles: Map<string, RoleName>
}

export const defaultDomain: Domain = {
  id: 'default',
  name: 'Default',
  description: 'The default domain',
}

/** A person of whom nothing more is said. */
export const nothingMore: MoreOfUser = {
  domain: defaultDomain,
  domainRoles: new Map(),
  systemRole: undefined,
  extraRoles: [],
  defaultProjectId: undefined,
  totpSecret: undefined,
  passwordExpired: false,
  federation: undefined,
}

/** The sets of methods of which one is enough to sign in; none: any method will do. */
export const mfaRulesOf = ({ totpSecret }: User): string[][] =>
  totpSecret === undefined ? [] : [['password', 'totp']]
