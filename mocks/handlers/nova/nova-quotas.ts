import { enforce } from '#mocks/cloud/identity/caller.ts'
import { ok } from '#mocks/handlers/answer.ts'
import { route, since, type Ask, type ServiceRoute } from '#mocks/handlers/ask.ts'

import { checkQuery } from './nova-query.ts'

/** What a project may have, by Nova's names. Networks and their rules left Nova with microversion 2.36. */
const limitsOfProjects = {
  cores: 10_000,
  fixed_ips: -1,
  floating_ips: -1,
  injected_file_content_bytes: 10_240,
  injected_file_path_bytes: 255,
  injected_files: 5,
  instances: 2000,
  key_pairs: 100,
  metadata_items: 128,
  ram: 10_000_000,
  security_group_rules: -1,
  security_groups: -1,
  server_group_members: 10,
  server_groups: 10,
}

/** Nova's own defaults (nova.conf), where projects here have another limit. */
const defaults: Record<string, number> = { cores: 20, instances: 10, ram: 51_200 }

const ofNetworks = new Set(['fixed_ips', 'floating_ips', 'security_group_rules', 'security_groups'])
const ofFiles = new Set([
  'injected_file_content_bytes',
  'injected_file_path_bytes',
  'injected_files',
])

/** What a project's instances take. */
function usedBy({ region }: Ask, projectId: string) {
  const sum = { instances: 0, cores: 0, ram: 0 }
  for (const { flavor } of region.compute.servers.newestFirst(projectId)) {
    sum.instances += 1
    sum.cores += flavor.vcpus
    sum.ram += flavor.ram
  }
  return sum
}

function quotaSet(ask: Ask, id: string, valueOf: (name: string, limit: number) => unknown) {
  const shown = Object.entries(limitsOfProjects).filter(
    ([name]) =>
      !(since(ask, 2, 36) && ofNetworks.has(name)) && !(since(ask, 2, 57) && ofFiles.has(name)),
  )
  return ok({
    quota_set: {
      id,
      ...Object.fromEntries(shown.map(([name, limit]) => [name, valueOf(name, limit)])),
    },
  })
}

const idOf = ({ params }: Ask) => params['project'] ?? ''

function show(ask: Ask) {
  checkQuery(ask, 75, ['user_id'])
  enforce(ask.caller, 'os_compute_api:os-quota-sets:show', idOf(ask))
  return quotaSet(ask, idOf(ask), (_name, limit) => limit)
}

function detail(ask: Ask) {
  checkQuery(ask, 75, ['user_id'])
  const id = idOf(ask)
  enforce(ask.caller, 'os_compute_api:os-quota-sets:detail', id)
  const used: Record<string, number> = usedBy(ask, id)
  return quotaSet(ask, id, (name, limit) => ({ limit, in_use: used[name] ?? 0, reserved: 0 }))
}

function limits(ask: Ask) {
  checkQuery(ask, 75, since(ask, 2, 75) ? ['tenant_id'] : ['reserved', 'tenant_id'])
  const own = ask.caller.projectId ?? ''
  const projectId = ask.query.get('tenant_id') ?? own
  if (projectId !== own) enforce(ask.caller, 'os_compute_api:limits:other_project')
  const { instances, cores, ram } = usedBy(ask, projectId)
  const withNetworks = !since(ask, 2, 36)
  const most = limitsOfProjects
  return ok({
    limits: {
      rate: [],
      absolute: {
        maxTotalInstances: most.instances,
        maxTotalCores: most.cores,
        maxTotalRAMSize: most.ram,
        maxServerMeta: most.metadata_items,
        ...(!since(ask, 2, 39) && { maxImageMeta: most.metadata_items }),
        ...(!since(ask, 2, 57) && {
          maxPersonality: most.injected_files,
          maxPersonalitySize: most.injected_file_content_bytes,
        }),
        maxTotalKeypairs: most.key_pairs,
        maxServerGroups: most.server_groups,
        maxServerGroupMembers: most.server_group_members,
        ...(withNetworks && {
          maxTotalFloatingIps: most.floating_ips,
          maxSecurityGroups: most.security_groups,
          maxSecurityGroupRules: most.security_group_rules,
        }),
        totalRAMUsed: ram,
        totalCoresUsed: cores,
        totalInstancesUsed: instances,
        ...(withNetworks && { totalFloatingIpsUsed: 0, totalSecurityGroupsUsed: 0 }),
        totalServerGroupsUsed: 0,
      },
    },
  })
}

export const novaQuotaRoutes: readonly ServiceRoute[] = [
  route('GET', 'limits', limits),
  route('GET', 'os-quota-sets/:project', show),
  route('GET', 'os-quota-sets/:project/detail', detail),
  route('GET', 'os-quota-sets/:project/defaults', (ask) =>
    quotaSet(ask, idOf(ask), (name, limit) => defaults[name] ?? limit),
  ),
]
