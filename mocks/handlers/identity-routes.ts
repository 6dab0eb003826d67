import { domain, rolesOf, type Identity, type Project, type Token } from '#mocks/cloud/identity.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { noContent, ok, type Answer } from './answer.ts'
import { catalogOf } from './catalog.ts'
import type { Route } from './router.ts'
import type { Place, Setting } from './service.ts'
import { tokenView } from './token-view.ts'

/** A request to Keystone. */
export type KeystoneAsk = {
  setting: Setting
  place: Place
  request: Request
  params: Record<string, string>
}
type SignedIn = KeystoneAsk & { identity: Identity; token: Token }
export type KeystoneRun = (ask: SignedIn) => Answer

const isAdmin = ({ token }: SignedIn) => rolesOf(token).includes('admin')

function onlyAdmins(ask: SignedIn, rule: string) {
  if (!isAdmin(ask))
    throw new Refusal(403, `You are not authorized to perform the requested action: ${rule}.`)
}

const projectView = ({ place }: KeystoneAsk, { id, name, description }: Project) => ({
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

/** A list as Keystone gives it, in the order of the ids. */
const listOf = (ask: KeystoneAsk, name: string, entries: readonly { id: string }[]) =>
  ok({
    [name]: entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    links: { next: null, self: `${ask.place.base}${ask.place.path}`, previous: null },
  })

const projectsOf = (ask: SignedIn, projects: readonly Project[]) =>
  listOf(
    ask,
    'projects',
    projects.map((project) => projectView(ask, project)),
  )

/** The names of all regions. */
export const regionsOf = ({ cloud }: Setting) => cloud.regions.map(({ name }) => name)

/** The token that `X-Subject-Token` names. */
function subject({ identity, request }: SignedIn): Token {
  const token = identity.token(request.headers.get('x-subject-token'))
  if (!token) throw new Refusal(404, 'Failed to validate token')
  return token
}

const validate: KeystoneRun = (ask) => {
  const token = subject(ask)
  const catalog = !ask.place.url.searchParams.has('nocatalog')
  return {
    ...ok(tokenView(token, ask.place.url.origin, catalog ? regionsOf(ask.setting) : undefined)),
    headers: { 'x-subject-token': token.id },
  }
}

/** What Keystone answers to those who hold a token. */
export const identityRoutes: readonly Route<KeystoneRun>[] = [
  { method: 'GET', path: '/v3/auth/tokens', run: validate },
  {
    method: 'DELETE',
    path: '/v3/auth/tokens',
    run: (ask) => {
      ask.identity.revoke(subject(ask))
      return noContent
    },
  },
  {
    method: 'GET',
    path: '/v3/auth/projects',
    run: (ask) => projectsOf(ask, ask.identity.projectsOf(ask.token.user)),
  },
  {
    method: 'GET',
    path: '/v3/auth/catalog',
    run: ({ token, setting, place }) => {
      if (!token.project)
        throw new Refusal(403, 'You are not authorized to perform the requested action.')
      return ok({
        catalog: catalogOf(place.url.origin, regionsOf(setting), token.project),
        links: { self: `${place.base}/v3/auth/catalog` },
      })
    },
  },
  { method: 'GET', path: '/v3/auth/domains', run: (ask) => listOf(ask, 'domains', []) },
  {
    method: 'GET',
    path: '/v3/auth/system',
    run: ({ token, place }) =>
      ok({
        system: token.user.systemRole ? [{ all: true }] : [],
        links: { self: `${place.base}/v3/auth/system` },
      }),
  },
  {
    method: 'GET',
    path: '/v3/projects',
    run: (ask) => {
      onlyAdmins(ask, 'identity:list_projects')
      return projectsOf(ask, [...ask.identity.projects.values()])
    },
  },
  {
    method: 'GET',
    path: '/v3/projects/:id',
    run: (ask) => {
      const project = ask.identity.projects.get(ask.params['id'] ?? '')
      const itsOwn = project && ask.token.project?.id === project.id
      if (!itsOwn) onlyAdmins(ask, 'identity:get_project')
      if (!project) throw new Refusal(404, `Could not find project: ${ask.params['id']}.`)
      return ok({ project: projectView(ask, project) })
    },
  },
  {
    method: 'GET',
    path: '/v3/users/:id/projects',
    run: (ask) => {
      const user = ask.identity.users.get(ask.params['id'] ?? '')
      if (user !== ask.token.user) onlyAdmins(ask, 'identity:list_user_projects')
      if (!user) throw new Refusal(404, `Could not find user: ${ask.params['id']}.`)
      return projectsOf(ask, ask.identity.projectsOf(user))
    },
  },
  {
    method: 'GET',
    path: '/v3/users',
    run: (ask) => {
      onlyAdmins(ask, 'identity:list_users')
      const users = [...ask.identity.users.values()].map(({ id, name }) => ({
        id,
        name,
        domain_id: domain.id,
        enabled: true,
        password_expires_at: null,
        options: {},
        links: { self: `${ask.place.base}/v3/users/${id}` },
      }))
      return listOf(ask, 'users', users)
    },
  },
  {
    method: 'GET',
    path: '/v3/regions',
    run: (ask) =>
      listOf(
        ask,
        'regions',
        regionsOf(ask.setting).map((id) => ({
          id,
          description: '',
          parent_region_id: null,
          links: { self: `${ask.place.base}/v3/regions/${id}` },
        })),
      ),
  },
]
