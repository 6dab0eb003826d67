import { domain, type Identity, type Project, type Token } from '#mocks/cloud/identity.ts'
import { newRequestId } from '#mocks/cloud/ids.ts'
import { Refusal } from '#mocks/cloud/refusal.ts'

import { noContent, ok, titleOf, type Answer } from './answer.ts'
import { authenticate } from './authentication.ts'
import { catalogOf } from './catalog.ts'
import { Router } from './router.ts'
import { mounted, readJson, type Place, type Setting } from './service.ts'
import { tokenView } from './token-view.ts'
import { keystoneVersion } from './versions.ts'

type Ask = { setting: Setting; place: Place; request: Request; params: Record<string, string> }
type SignedIn = Ask & { identity: Identity; token: Token }
type Run = (ask: SignedIn) => Answer

const isAdmin = ({ token: { user, project } }: SignedIn) =>
  project !== null && user.roles.get(project.id) === 'admin'

function onlyAdmins(ask: SignedIn, rule: string) {
  if (!isAdmin(ask))
    throw new Refusal(403, `You are not authorized to perform the requested action: ${rule}.`)
}

const projectView = ({ place }: Ask, { id, name, description }: Project) => ({
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
const listOf = (ask: Ask, name: string, entries: readonly { id: string }[]) =>
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

const regionsOf = ({ cloud }: Setting) => cloud.regions.map(({ name }) => name)

/** The token that `X-Subject-Token` names. */
function subject({ identity, request }: SignedIn): Token {
  const token = identity.token(request.headers.get('x-subject-token'))
  if (!token) throw new Refusal(404, 'Failed to validate token')
  return token
}

const validate: Run = (ask) => {
  const token = subject(ask)
  const catalog = !ask.place.url.searchParams.has('nocatalog')
  return {
    ...ok(tokenView(token, ask.place.url.origin, catalog ? regionsOf(ask.setting) : undefined)),
    headers: { 'x-subject-token': token.id },
  }
}

const router = new Router<Run>([
  { method: 'GET', path: '/v3/auth/tokens', run: validate },
  {
    method: 'HEAD',
    path: '/v3/auth/tokens',
    run: (ask) => ({ ...validate(ask), body: undefined }),
  },
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
  { method: 'GET', path: '/v3/auth/system', run: () => ok({ system: [] }) },
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
])

const page404 =
  '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>\n'

function route(ask: Ask): Answer {
  const { identity } = ask.setting.cloud
  const found = router.find(ask.request.method, ask.place.path)
  if (!found)
    return {
      status: 404,
      body: page404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }
  const token = identity.token(ask.request.headers.get('x-auth-token'))
  if (!token) throw new Refusal(401, 'The request you have made requires authentication.')
  return found.route.run({ ...ask, identity, token, params: found.params })
}

async function answer(ask: Ask): Promise<Answer> {
  const { request, place, setting } = ask
  const version = keystoneVersion(request, place)
  if (version) return version
  if (request.method === 'OPTIONS') return { status: 200 }
  if (request.method !== 'POST' || place.path !== '/v3/auth/tokens') return route(ask)
  const body = await readJson(request).catch(() => {
    throw new Refusal(
      400,
      'Expecting to find valid JSON in request body. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.',
    )
  })
  const token = authenticate(setting.cloud.identity, body)
  const catalog = !place.url.searchParams.has('nocatalog')
  return {
    status: 201,
    body: tokenView(token, place.url.origin, catalog ? regionsOf(setting) : undefined),
    headers: { 'x-subject-token': token.id },
  }
}

/** Keystone's shape of a refusal. */
function refusalOf({ status, message }: Refusal, { url }: Place): Answer {
  const body = { error: { code: status, message, title: titleOf(status) } }
  if (status !== 401) return { status, body }
  const uri = `Keystone uri="${url.origin}/cloud/identity/v3"`
  return { status, body, headers: { 'www-authenticate': uri } }
}

/** Keystone, the same for all regions. */
export const identityHandler = (setting: Setting) =>
  mounted(setting, '/cloud/identity', async (request, place) => {
    const all = { vary: 'X-Auth-Token', 'x-openstack-request-id': newRequestId() }
    try {
      const { headers, ...rest } = await answer({ setting, place, request, params: {} })
      return { ...rest, headers: { ...all, ...headers } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { headers, ...rest } = refusalOf(error, place)
      return { ...rest, headers: { ...all, ...headers } }
    }
  })
