import type { Domain, Project, User } from '#mocks/cloud/identity/people.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'
import { ok } from '#mocks/handlers/answer.ts'
import type { Route } from '#mocks/handlers/router.ts'

import { listOf, onlyAdmins, regionsOf, seenBy } from './keystone-ask.ts'
import type { KeystoneAsk, KeystoneRun, SignedIn } from './keystone-ask.ts'
import { forbidden } from './keystone-refusals.ts'

const projectView = ({ place }: KeystoneAsk, { id, name, description, domain }: Project) => ({
  id,
  name,
  domain_id: domain.id,
  description,
  enabled: true,
  parent_id: domain.id,
  is_domain: false,
  tags: [],
  options: {},
  links: { self: `${place.base}/v3/projects/${id}` },
})

const domainView = ({ place }: KeystoneAsk, { id, name, description }: Domain) => ({
  id,
  name,
  description,
  enabled: true,
  tags: [],
  options: {},
  links: { self: `${place.base}/v3/domains/${id}` },
})

const userView = (
  { place }: KeystoneAsk,
  { id, name, domain, federation, defaultProjectId }: User,
) => ({
  id,
  name,
  domain_id: domain.id,
  enabled: true,
  ...(defaultProjectId !== undefined && { default_project_id: defaultProjectId }),
  password_expires_at: null,
  options: {},
  ...(federation && {
    federated: [
      {
        idp_id: federation.identityProvider,
        protocols: [{ protocol_id: federation.protocol, unique_id: name }],
      },
    ],
  }),
  links: { self: `${place.base}/v3/users/${id}` },
})

const regionView = ({ place }: KeystoneAsk, id: string) => ({
  id,
  description: '',
  parent_region_id: null,
  links: { self: `${place.base}/v3/regions/${id}` },
})

const ofProjects = ['domain_id', 'enabled', 'name']

const projectsOf = (ask: SignedIn, projects: readonly Project[], fields: readonly string[] = []) =>
  listOf(
    ask,
    'projects',
    projects.map((project) => projectView(ask, project)),
    fields,
  )

const domainsOf = (ask: SignedIn, domains: readonly Domain[], fields: readonly string[] = []) =>
  listOf(
    ask,
    'domains',
    domains.map((domain) => domainView(ask, domain)),
    fields,
  )

const project: KeystoneRun = (ask) => {
  const { identity, token, params } = ask
  const found = identity.projects.get(params['id'] ?? '')
  const itsOwn = found && token.project?.id === found.id
  if (!itsOwn) onlyAdmins(ask, 'identity:get_project')
  if (!found) throw new Refusal(404, `Could not find project: ${params['id']}.`)
  if (!seenBy(ask)(found)) throw forbidden('identity:get_project')
  return ok({ project: projectView(ask, found) })
}

/** A domain is shown to those whose token is for it or for a project in it, and to administrators. */
const domain: KeystoneRun = (ask) => {
  const { identity, token, params } = ask
  const found = identity.domains.get(params['id'] ?? '')
  const itsOwn = found && (token.project?.domain ?? token.domain) === found
  if (!itsOwn) onlyAdmins(ask, 'identity:get_domain')
  if (!found) throw new Refusal(404, `Could not find domain: ${params['id']}.`)
  if (!itsOwn && token.domain) throw forbidden('identity:get_domain')
  return ok({ domain: domainView(ask, found) })
}

/** People are shown to themselves, with any token of theirs, and to administrators. */
const person: KeystoneRun = (ask) => {
  const { identity, token, params } = ask
  const found = identity.users.get(params['id'] ?? '')
  const isSelf = found === token.user
  if (!isSelf) onlyAdmins(ask, 'identity:get_user')
  if (!found) throw new Refusal(404, `Could not find user: ${params['id']}.`)
  if (!isSelf && !seenBy(ask)(found)) throw forbidden('identity:get_user')
  return ok({ user: userView(ask, found) })
}

const userProjects: KeystoneRun = (ask) => {
  const { identity, token, params } = ask
  const user = identity.users.get(params['id'] ?? '')
  if (user !== token.user) onlyAdmins(ask, 'identity:list_user_projects')
  if (!user) throw new Refusal(404, `Could not find user: ${params['id']}.`)
  return projectsOf(ask, identity.projectsOf(user), ofProjects)
}

/** Projects, domains, people and regions. */
export const listRoutes: readonly Route<KeystoneRun>[] = [
  {
    method: 'GET',
    path: '/v3/auth/projects',
    // All of the person's, also where the token is an application credential's, which is good for one only.
    run: (ask) => projectsOf(ask, ask.identity.projectsOf(ask.token.user)),
  },
  {
    method: 'GET',
    path: '/v3/auth/domains',
    run: (ask) => domainsOf(ask, ask.identity.domainsOf(ask.token.user)),
  },
  {
    method: 'GET',
    path: '/v3/projects',
    run: (ask) => {
      onlyAdmins(ask, 'identity:list_projects')
      return projectsOf(ask, [...ask.identity.projects.values()].filter(seenBy(ask)), [
        ...ofProjects,
        'parent_id',
        'is_domain',
      ])
    },
  },
  { method: 'GET', path: '/v3/projects/:id', run: project },
  {
    method: 'GET',
    path: '/v3/domains',
    run: (ask) => {
      onlyAdmins(ask, 'identity:list_domains')
      const seen = [...ask.identity.domains.values()].filter((one) => seenBy(ask)({ domain: one }))
      return domainsOf(ask, seen, ['name', 'enabled'])
    },
  },
  { method: 'GET', path: '/v3/domains/:id', run: domain },
  { method: 'GET', path: '/v3/users/:id', run: person },
  { method: 'GET', path: '/v3/users/:id/projects', run: userProjects },
  {
    method: 'GET',
    path: '/v3/users',
    run: (ask) => {
      onlyAdmins(ask, 'identity:list_users')
      const seen = [...ask.identity.users.values()].filter(seenBy(ask))
      return listOf(
        ask,
        'users',
        seen.map((user) => userView(ask, user)),
        ['domain_id', 'enabled', 'name'],
      )
    },
  },
  {
    method: 'GET',
    path: '/v3/regions',
    run: (ask) =>
      listOf(
        ask,
        'regions',
        regionsOf(ask.setting).map((id) => regionView(ask, id)),
        ['parent_region_id'],
      ),
  },
  {
    method: 'GET',
    path: '/v3/regions/:id',
    run: (ask) => {
      const id = regionsOf(ask.setting).find((name) => name === ask.params['id'])
      if (id === undefined) throw new Refusal(404, `Could not find region: ${ask.params['id']}.`)
      return ok({ region: regionView(ask, id) })
    },
  },
]
