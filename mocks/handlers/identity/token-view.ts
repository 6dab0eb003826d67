import type { ApplicationCredential } from '#mocks/cloud/identity/application-credentials.ts'
import { type Domain, mfaRulesOf, type User } from '#mocks/cloud/identity/people.ts'
import type { Receipt } from '#mocks/cloud/identity/receipts.ts'
import { isScoped, roleId, roleNamesOf, type Token } from '#mocks/cloud/identity/tokens.ts'
import { catalogOf } from '#mocks/handlers/catalog.ts'

const microseconds = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}.000000Z`

const domainRef = ({ id, name }: Domain) => ({ id, name })

function userView({ domain, id, name, federation }: User) {
  const user = { domain: domainRef(domain), id, name }
  if (!federation) return { ...user, password_expires_at: null }
  return {
    ...user,
    'OS-FEDERATION': {
      groups: federation.groups.map((group) => ({ id: group })),
      identity_provider: { id: federation.identityProvider },
      protocol: { id: federation.protocol },
    },
  }
}

const credentialView = ({ id, name, unrestricted }: ApplicationCredential) => ({
  id,
  name,
  restricted: unrestricted !== true,
})

/** A token as Keystone shows it. Without `regions` it has no catalog. */
export function tokenView(token: Token, origin: string, regions: readonly string[] | undefined) {
  const { user, project, domain, isSystem, credential } = token
  return {
    token: {
      methods: token.methods,
      user: userView(user),
      audit_ids: token.auditIds,
      expires_at: microseconds(token.expiresAt),
      issued_at: microseconds(token.issuedAt),
      ...(project && {
        project: { domain: domainRef(project.domain), id: project.id, name: project.name },
        is_domain: false,
      }),
      ...(domain && { domain: domainRef(domain) }),
      ...(isSystem && { system: { all: true } }),
      ...(isScoped(token) && {
        roles: roleNamesOf(token).map((name) => ({ id: roleId(name), name })),
        ...(regions && { catalog: catalogOf(origin, regions, project) }),
      }),
      ...(credential && { application_credential: credentialView(credential) }),
    },
  }
}

/** A receipt with what is still missing (keystone/receipt/handlers.py). */
export const receiptView = ({ user, methods, issuedAt, expiresAt }: Receipt) => ({
  receipt: {
    methods,
    user: { id: user.id, name: user.name, domain: domainRef(user.domain) },
    expires_at: microseconds(expiresAt),
    issued_at: microseconds(issuedAt),
  },
  required_auth_methods: mfaRulesOf(user),
})
