import { fixedHex } from '#mocks/cloud/ids.ts'

import type { Domain, Project, User } from './people.ts'
import { nothingMore } from './people.ts'
import type { RoleName } from './policies.ts'

/** Who tells Keystone of people that it doesn't know itself. */
export type IdentityProvider = {
  id: string
  protocol: string
  /** Its people's, made by Keystone. */
  domain: Domain
  /** The group of all of its people, and what it may do. */
  group: string
  roles: ReadonlyMap<string, RoleName>
}

/** An identity provider whose people have a role in one project. */
export function identityProvider(
  id: string,
  protocol: string,
  [project, role]: [Project, RoleName],
): IdentityProvider {
  // Keystone names the domain by its id.
  const domainId = fixedHex(`domain ${id}`)
  const description = `Auto generated federated domain for Identity Provider: ${id}`
  return {
    id,
    protocol,
    domain: { id: domainId, name: domainId, description },
    group: fixedHex('group volume-users'),
    roles: new Map([[project.id, role]]),
  }
}

const mostGroups = 500

/** How many groups a person is in: `many-groups-70` in 70, all others in one. */
const groupsOf = (name: string) =>
  Math.min(Number(/^many-groups-(\d+)$/.exec(name)?.[1] ?? 1), mostGroups)

/** The person that Keystone makes of what the identity provider says. */
export function federatedUser(provider: IdentityProvider, name: string): User {
  const more = Array.from({ length: groupsOf(name) - 1 }, (_, index) => fixedHex(`group ${index}`))
  return {
    ...nothingMore,
    // 64 digits, as of the SHA-256 that Keystone makes of domain and name.
    id: fixedHex(`${provider.id} user ${name}`) + fixedHex(`${name} of ${provider.id}`),
    name,
    password: null,
    domain: provider.domain,
    roles: new Map(provider.roles),
    federation: {
      identityProvider: provider.id,
      protocol: provider.protocol,
      groups: [provider.group, ...more],
    },
  }
}
