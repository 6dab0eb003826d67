import type { Clock } from '#mocks/cloud/clock.ts'
import { fixedHex } from '#mocks/cloud/ids.ts'

import { ApplicationCredentials } from './application-credentials.ts'
import type { Caller } from './caller.ts'
import { federatedUser, type IdentityProvider } from './federation.ts'
import { adjusted, keystone30, type KeystoneBehaviour } from './keystone-behaviour.ts'
import { defaultDomain, nothingMore } from './people.ts'
import type { Domain, MoreOfUser, Project, User } from './people.ts'
import type { RoleName } from './policies.ts'
import type { Policies } from './policies.ts'
import { Receipts } from './receipts.ts'
import { rolesOf, type Token, Tokens } from './tokens.ts'
import { Passcodes } from './totp.ts'

/** Names are one domain's own; those of the first domain keep the ids that they had when it was the only one. */
const idOf = (what: string, name: string, { id }: Domain) =>
  fixedHex(id === defaultDomain.id ? `${what} ${name}` : `${what} ${name} of ${id}`)

type Password = Pick<User, 'password' | 'passwordExpired'>

/** People, projects and tokens: what Keystone knows. */
export class Identity {
  readonly domains = new Map<string, Domain>([[defaultDomain.id, defaultDomain]])
  readonly users = new Map<string, User>()
  readonly projects = new Map<string, Project>()
  readonly credentials = new ApplicationCredentials()
  readonly tokens: Tokens
  readonly receipts: Receipts
  readonly passcodes: Passcodes
  readonly clock: Clock
  /** Undefined: nobody comes from elsewhere. */
  identityProvider: IdentityProvider | undefined
  /** How this Keystone behaves when nobody says otherwise, and now. */
  readonly usual: KeystoneBehaviour
  behaviour: KeystoneBehaviour
  private readonly firstPasswords = new Map<string, Password>()

  constructor(clock: Clock, keystone: Partial<KeystoneBehaviour> = {}) {
    this.clock = clock
    this.tokens = new Tokens(clock, () => this.behaviour.tokenMinutes * 60_000)
    this.receipts = new Receipts(clock)
    this.passcodes = new Passcodes(clock)
    this.usual = adjusted(keystone30, keystone)
    this.behaviour = this.usual
  }

  addDomain(domain: Domain): Domain {
    this.domains.set(domain.id, domain)
    return domain
  }

  addProject(name: string, description = '', domain = defaultDomain): Project {
    const project = { id: idOf('project', name, domain), name, description, domain }
    this.projects.set(project.id, project)
    return project
  }

  addUser(
    name: string,
    password: string,
    roles: [Project, RoleName][],
    more: Partial<MoreOfUser> = {},
  ): User {
    const all = { ...nothingMore, ...more }
    const user = {
      ...all,
      id: idOf('user', name, all.domain),
      name,
      password,
      roles: new Map(roles.map(([project, role]) => [project.id, role])),
    }
    this.users.set(user.id, user)
    this.firstPasswords.set(user.id, { password, passwordExpired: user.passwordExpired })
    return user
  }

  /** The person of that name whom the identity provider speaks for; Keystone remembers them. */
  federatedUser(provider: IdentityProvider, name: string): User {
    const user = federatedUser(provider, name)
    const known = this.users.get(user.id)
    if (!known) this.users.set(user.id, user)
    return known ?? user
  }

  userNamed(name: string, domain = defaultDomain): User | undefined {
    return [...this.users.values()].find((user) => user.name === name && user.domain === domain)
  }

  projectNamed(name: string, domain = defaultDomain): Project | undefined {
    return [...this.projects.values()].find((one) => one.name === name && one.domain === domain)
  }

  domainNamed(name: string): Domain | undefined {
    return [...this.domains.values()].find((domain) => domain.name === name)
  }

  projectsOf(user: User): Project[] {
    return [...this.projects.values()].filter((project) => user.roles.has(project.id))
  }

  domainsOf(user: User): Domain[] {
    return [...this.domains.values()].filter((domain) => user.domainRoles.has(domain.id))
  }

  /** The token of that id, unless it has expired or was revoked. */
  token(id: string | null): Token | undefined {
    return this.tokens.find(id)
  }

  /** A new password, which ends all that was signed in with the old one. */
  changePassword(user: User, password: string) {
    user.password = password
    user.passwordExpired = false
    this.tokens.revokeWhere((token) => token.user === user)
  }

  /** The person's first password is good again, but has expired. */
  expirePassword(user: User) {
    user.password = this.firstPasswords.get(user.id)?.password ?? user.password
    user.passwordExpired = true
  }

  /** All have the password that they had at first. */
  restorePasswords() {
    for (const [id, { password, passwordExpired }] of this.firstPasswords) {
      const user = this.users.get(id)
      if (user) Object.assign(user, { password, passwordExpired })
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
