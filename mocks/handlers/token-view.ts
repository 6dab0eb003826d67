import { domain, roleId, rolesOf, type Token } from '#mocks/cloud/identity.ts'

import { catalogOf } from './catalog.ts'

const microseconds = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}.000000Z`

/** A token as Keystone shows it. Without `regions` it has no catalog. */
export function tokenView(token: Token, origin: string, regions: readonly string[] | undefined) {
  const { user, project, isSystem } = token
  return {
    token: {
      methods: token.methods,
      user: { domain, id: user.id, name: user.name, password_expires_at: null },
      audit_ids: token.auditIds,
      expires_at: microseconds(token.expiresAt),
      issued_at: microseconds(token.issuedAt),
      ...(project && {
        project: { domain, id: project.id, name: project.name },
        is_domain: false,
      }),
      ...(isSystem && { system: { all: true } }),
      ...((project || isSystem) && {
        roles: rolesOf(token).map((name) => ({ id: roleId(name), name })),
        ...(regions && { catalog: catalogOf(origin, regions, project) }),
      }),
    },
  }
}
