import type { Identity } from '#mocks/cloud/identity/identity.ts'
import type { Domain, User } from '#mocks/cloud/identity/people.ts'
import type { Scope } from '#mocks/cloud/identity/tokens.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { isObject, objectIn, textOf, type Json } from '#mocks/handlers/values.ts'

import { expecting, unauthorized } from './keystone-refusals.ts'

/** What is looked for, and the field of the body where Keystone's schema asks for it, where it has one. */
type Sought = { what: string; field?: string }

const nameless = ({ what, field }: Sought) =>
  field === undefined
    ? expecting('id or name', what)
    : new Refusal(400, `Invalid input for field ${field}: id or name must be present.`)

/** A domain by id or name; undefined for one that there is not. */
function domainBy(identity: Identity, given: Json, field?: string): Domain | undefined {
  const [id, name] = [textOf(given['id']), textOf(given['name'])]
  if (id === undefined && name === undefined)
    throw nameless({ what: 'domain', ...(field !== undefined && { field }) })
  return id === undefined ? identity.domainNamed(name ?? '') : identity.domains.get(id)
}

/** A user or project by id, or by name and domain. */
export function named<T>(
  identity: Identity,
  given: Json,
  sought: Sought,
  find: {
    byId: (id: string) => T | undefined
    byName: (name: string, domain: Domain) => T | undefined
  },
): T | undefined {
  const { what, field } = sought
  const id = textOf(given['id'])
  if (id !== undefined) return find.byId(id)
  const name = textOf(given['name'])
  if (name === undefined) throw nameless(sought)
  if (!isObject(given['domain'])) throw expecting('domain', what)
  const domain = domainBy(
    identity,
    given['domain'],
    field === undefined ? undefined : `${field}/domain`,
  )
  return domain && find.byName(name, domain)
}

const scopes = ['system', 'project', 'domain', 'OS-TRUST:trust', 'unscoped']

function projectScope(identity: Identity, given: Json): Scope {
  const project = named(
    identity,
    given,
    { what: 'project', field: 'scope/project' },
    {
      byId: (id) => identity.projects.get(id),
      byName: (name, domain) => identity.projectNamed(name, domain),
    },
  )
  if (!project) throw unauthorized()
  return { project }
}

/**
 * What a `scope` names (keystone/auth/core.py, _validate_and_normalize_scope_data); undefined where nothing is asked for.
 * @throws Refusal for what there is not, or can't be
 */
export function scopeAsked(identity: Identity, scope: unknown): Scope | undefined {
  if (scope === undefined) return undefined
  if (scope === 'unscoped') return null
  if (!isObject(scope) || scopes.filter((name) => name in scope).length !== 1)
    throw expecting('system, project, domain, OS-TRUST:trust or unscoped', 'scope')
  if ('unscoped' in scope) return null
  if (objectIn(scope, 'system')['all'] === true) return 'system'
  if (isObject(scope['project'])) return projectScope(identity, scope['project'])
  const domain = isObject(scope['domain']) && domainBy(identity, scope['domain'], 'scope/domain')
  if (!domain) throw unauthorized()
  return { domain }
}

export function hasRoleIn(user: User, scope: Scope): boolean {
  if (scope === null) return true
  if (scope === 'system') return user.systemRole !== undefined
  return 'project' in scope
    ? user.roles.has(scope.project.id)
    : user.domainRoles.has(scope.domain.id)
}

/** The scope of who asks for none: the default project (_check_and_set_default_scoping of keystone/api/_shared). */
export function defaultScope(identity: Identity, user: User): Scope {
  const project = identity.projects.get(user.defaultProjectId ?? '')
  return project && hasRoleIn(user, { project }) ? { project } : null
}
