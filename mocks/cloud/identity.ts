import type { Caller, RoleName } from './caller.ts'
import type { Clock } from './clock.ts'
import { fixedHex, newUuid } from './ids.ts'
import type { Policies } from './policies.ts'

export type Domain = { id: string; name: string }
export type Project = { id: string; name: string; description: string }
export type User = {
  id: string
  name: string
  password: string
  /** Project id → the roles that the user has in it. */
  roles: Map<string, RoleName>
  /** The role on the cloud as a whole, if there is one. */
  systemRole: RoleName | undefined
}

/** What a token is good for: a project, the cloud as a whole, or neither. */
export type Scope = Project | 'system' | null

export type Token = {
  id: string
  auditIds: string[]
  methods: string[]
  user: User
  /** Null for a token without a project. */
  project: Project | null
  /** Whether it is for the cloud as a whole. */
  isSystem: boolean
  /** ms since the epoch. */
  issuedAt: number
  expiresAt: number
}

export const domain: Domain = { id: 'default', name: 'Default' }

/** A role brings those below it with it. */
const implied: Record<RoleName, readonly RoleName[]> = {
  admin: ['admin', 'member', 'reader'],
  member: ['member', 'reader'],
  reader: ['reader'],
}

export const roleId = (role: RoleName) => fixedHex(`role ${role}`)

/** The roles that a token gives in its scope, with those that they imply. */
export const rolesOf = ({ user, project, isSystem }: Token): readonly RoleName[] => {
  const role = isSystem ? user.systemRole : user.roles.get(project?.id ?? '')
  return role ? implied[role] : []
}

const urlSafe = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_')

/** People, projects and tokens: what Keystone knows. */
export class Identity {
  readonly users = new Map<string, User>()
  readonly projects = new Map<string, Project>()
  private readonly tokens = new Map<string, Token>()
  private readonly clock: Clock
  private readonly tokenLifetimeMs: number

  constructor(clock: Clock, tokenLifetimeMs: number) {
    this.clock = clock
    this.tokenLifetimeMs = tokenLifetimeMs
  }

  addProject(name: string, description = ''): Project {
    const project = { id: fixedHex(`project ${name}`), name, description }
    this.projects.set(project.id, project)
    return project
  }

  addUser(
    name: string,
    password: string,
    roles: [Project, RoleName][],
    systemRole?: RoleName,
  ): User {
    const id = fixedHex(`user ${name}`)
    const user = {
      id,
      name,
      password,
      roles: new Map(roles.map(([project, role]) => [project.id, role])),
      systemRole,
    }
    this.users.set(id, user)
    return user
  }

  userNamed(name: string): User | undefined {
    return [...this.users.values()].find((user) => user.name === name)
  }

  projectNamed(name: string): Project | undefined {
    return [...this.projects.values()].find((project) => project.name === name)
  }

  projectsOf(user: User): Project[] {
    return [...this.projects.values()].filter((project) => user.roles.has(project.id))
  }

  /** A new token. One made from another token ends when that one ends. */
  issue(user: User, scope: Scope, method: string, from?: Token): Token {
    const issuedAt = Math.floor(this.clock.now() / 1000) * 1000
    this.forgetExpired()
    const token: Token = {
      id: `gAAAAAB${urlSafe(newUuid() + newUuid() + newUuid())}`.replaceAll('=', ''),
      auditIds: [urlSafe(newUuid()).slice(0, 22), ...(from?.auditIds.slice(-1) ?? [])],
      methods: [...new Set([method, ...(from?.methods ?? [])])],
      user,
      project: scope === 'system' ? null : scope,
      isSystem: scope === 'system',
      issuedAt,
      expiresAt: from?.expiresAt ?? issuedAt + this.tokenLifetimeMs,
    }
    this.tokens.set(token.id, token)
    return token
  }

  /** The token of that id, unless it has expired or was revoked. */
  token(id: string | null): Token | undefined {
    const token = id === null ? undefined : this.tokens.get(id)
    return token && token.expiresAt > this.clock.now() ? token : undefined
  }

  revoke(token: Token) {
    this.tokens.delete(token.id)
  }

  private forgetExpired() {
    const now = this.clock.now()
    for (const token of this.tokens.values()) {
      if (token.expiresAt > now) break
      this.tokens.delete(token.id)
    }
  }
}

/** Who asks with this token. */
export function callerOf(token: Token, requestId: string, policies: Policies): Caller {
  const roles = rolesOf(token)
  return {
    userId: token.user.id,
    projectId: token.project?.id ?? null,
    roles,
    isAdmin: roles.includes('admin'),
    requestId,
    policies,
  }
}
