import { identityProvider } from '#mocks/cloud/identity/federation.ts'
import type { Identity } from '#mocks/cloud/identity/identity.ts'
import { defaultDomain } from '#mocks/cloud/identity/people.ts'
import { withImplied } from '#mocks/cloud/identity/tokens.ts'
import { fixedHex } from '#mocks/cloud/ids.ts'

import { password, type Projects } from './accounts.ts'

/** The secret of `mfa`, in base32. */
export const totpSecret = 'MOORINGMOORINGMOORINGMOORINGMOOR'

/** An application credential of `demo`, good for the project demo. */
export const demoCredential = {
  id: 'a4748351113819a147a1006bf2ed9a9b',
  name: 'backup-robot',
  secret: 'mooring-backup-robot-secret',
}

const hundredRoles = Array.from(
  { length: 100 },
  (_, index) => `storage-team-${String(index + 1).padStart(3, '0')}`,
)

/** People whose ways to sign in, or whose roles, are out of the ordinary, and where they are from. */
export function plantUnusualPeople(identity: Identity, { demo, research }: Projects) {
  const customers = identity.addDomain({
    id: fixedHex('domain Customers'),
    name: 'Customers',
    description: 'Companies that rent volumes',
  })
  const shop = identity.addProject('shop', 'A web shop', customers)
  identity.addUser(
    'carol',
    password,
    [
      [shop, 'member'],
      [demo, 'member'],
    ],
    { domain: customers },
  )
  identity.addUser('system-admin', password, [], { systemRole: 'admin' })
  identity.addUser('domain-admin', password, [], {
    domainRoles: new Map([[defaultDomain.id, 'admin']]),
  })
  identity.addUser(
    'has-default',
    password,
    [
      [demo, 'member'],
      [research, 'member'],
    ],
    { defaultProjectId: research.id },
  )
  identity.addUser('mfa', password, [[demo, 'member']], { totpSecret })
  identity.addUser('newcomer', password, [[demo, 'member']], { passwordExpired: true })
  identity.addUser('hundred-roles', password, [[demo, 'member']], { extraRoles: hundredRoles })
  const user = identity.userNamed('demo')
  if (user)
    identity.credentials.add({
      ...demoCredential,
      description: 'Makes the nightly backups',
      user,
      project: demo,
      roles: withImplied('member'),
      unrestricted: false,
      expiresAt: null,
    })
  identity.identityProvider = identityProvider('acme', 'openid', [demo, 'member'])
  identity.addDomain(identity.identityProvider.domain)
}
