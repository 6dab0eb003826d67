import { fixedHex, newRequestId } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { passes, type Policies, type RoleName } from './policies.ts'

/** Who asks, as their token says. */
export type Caller = {
  userId: string
  /** Null for a token without a project. */
  projectId: string | null
  roles: readonly RoleName[]
  isAdmin: boolean
  /** The id of the request, which actions and messages remember. */
  requestId: string
  /** What this cloud's operators have changed in the rules. */
  policies: Policies
}

/** Whom an instance's log names for an action. */
export type Actor = Pick<Caller, 'userId' | 'projectId' | 'requestId'>

/** As whom a service asks another one, in a request of its own. */
export const serviceActor = (name: string): Actor => ({
  userId: fixedHex(`user ${name}`),
  projectId: fixedHex('project service'),
  requestId: newRequestId(),
})

/** Rules that a person without the role admin never passes. */
const forAdmins = [
  'scheduler_extension:',
  'volume_extension:services:',
  'volume_extension:hosts',
  'volume_extension:volume_admin_actions:',
  'volume_extension:volume_actions:upload_public',
  'volume:force_delete',
  'volume_extension:snapshot_admin_actions:',
  'volume_extension:backup_admin_actions:',
  'snapshot_extension:snapshot_unmanage',
  'volume_extension:type_',
  'volume_extension:types_extra_specs:create',
  'volume_extension:types_extra_specs:update',
  'volume_extension:types_extra_specs:delete',
  'volume_extension:volume_manage',
  'volume_extension:volume_unmanage',
  'volume_extension:list_manageable',
  'volume_extension:volume_type_access:',
  'volume_extension:volume_type_encryption:',
  'volume_extension:qos_specs_manage:',
  'volume_extension:quotas:update',
  'volume_extension:quotas:delete',
  'volume_extension:quota_classes:',
  'volume_extension:capabilities',
  'clusters:',
  'backup:export-import',
  'volume_extension:default_',
  'os_compute_api:servers:index:get_all_tenants',
  'os_compute_api:servers:detail:get_all_tenants',
  'os_compute_api:servers:create:forced_host',
  'os_compute_api:os-volumes-attachments:swap',
  'os_compute_api:os-availability-zone:detail',
  'os_compute_api:os-services:',
  'os_compute_api:os-hypervisors:',
  'os_compute_api:limits:other_project',
  'os_compute_api:os-admin-actions:',
  'os_compute_api:os-shelve:shelve_offload',
  'os_compute_api:os-shelve:unshelve_to_host',
  'os_compute_api:os-lock-server:unlock:unlock_override',
]

/** Rules that reading needs, so the role reader is enough. */
const forReaders = [
  'volume_extension:quotas:show',
  'os_compute_api:servers:index',
  'os_compute_api:servers:detail',
  'os_compute_api:servers:show',
  'os_compute_api:os-quota-sets:show',
  'os_compute_api:os-quota-sets:detail',
  'os_compute_api:os-volumes-attachments:index',
  'os_compute_api:os-volumes-attachments:show',
]

const covers = (rules: readonly string[], rule: string) =>
  rules.some((one) =>
    one.endsWith(':') || one.endsWith('_') ? rule.startsWith(one) : rule === one,
  )

function allowed(caller: Caller, rule: string): boolean {
  const check = caller.policies.checkFor(rule)
  if (check !== undefined) return passes(check, caller.roles)
  if (caller.isAdmin) return true
  if (covers(forAdmins, rule)) return false
  if (covers(forReaders, rule)) return caller.roles.includes('reader')
  return caller.roles.includes('member')
}

/**
 * Refuses what the policy of Cinder or Nova refuses.
 * `ownerId` is the project of what is acted on, where that may be another than the caller's.
 */
export function enforce(caller: Caller, rule: string, ownerId?: string): void {
  const itsOwn = caller.isAdmin || ownerId === undefined || ownerId === caller.projectId
  const hasScope = caller.projectId !== null || caller.isAdmin
  if (!hasScope || !itsOwn || !allowed(caller, rule))
    throw new Refusal(403, `Policy doesn't allow ${rule} to be performed.`)
}
