import type { UpstreamInit } from '#server/cloud/upstream.ts'

export const endsAt = '2030-01-01T04:00:00.000000Z'

const domain = { id: 'default', name: 'Default' }
const projects = {
  apollo: { id: 'p-apollo', name: 'apollo', domain },
  zeus: { id: 'p-zeus', name: 'zeus', domain },
}
type ProjectName = keyof typeof projects

type Person = {
  has: ProjectName[]
  byDefault?: ProjectName
  /** Names of roles in each project; `member` by default. */
  roles?: string[]
  /** Where the person has a role besides projects. */
  elsewhere?: ('system' | 'domains')[]
  /** The second factor's code. */
  passcode?: string
  federated?: boolean
}

const hundredRoles = Array.from({ length: 100 }, (_, index) => `role-of-the-year-${2000 + index}`)

const people: Record<string, Person> = {
  ann: { has: ['zeus', 'apollo'] },
  ben: { has: ['apollo', 'zeus'], byDefault: 'zeus' },
  eve: { has: [] },
  sys: { has: [], elsewhere: ['system'] },
  dom: { has: [], elsewhere: ['domains'] },
  mfa: { has: ['apollo'], passcode: '123456' },
  fay: { has: ['apollo'], federated: true },
  kim: { has: ['apollo'], roles: ['Cloud_Admin', 'member'] },
  max: { has: ['apollo', 'zeus'], roles: hundredRoles },
}

type Auth = {
  identity: {
    methods: string[]
    password?: { user: { name: string; password: string } }
    totp?: { user: { passcode: string } }
    token?: { id: string }
    application_credential?: { id: string; secret: string }
  }
  scope?: { project: { id: string } } | 'unscoped'
}

type FakeToken = {
  person: string
  projectId?: string
  /** The token that it was made from. */
  parent?: string
  isDelegated?: boolean
}

const refusal = (code: number, title: string, message: string, more: object = {}) =>
  Response.json(
    { error: { code, title, message }, ...more },
    { status: code, headers: { 'x-openstack-request-id': 'req-refused' } },
  )
const unauthorized = () =>
  refusal(401, 'Unauthorized', 'The request you have made requires authentication.')

/** What a test can change about Keystone. */
export type KeystoneManners = {
  /** Whether revoking a token also revokes those made from it, as from Keystone 30 on. */
  cascade: boolean
  /** Whether tokens with a project can be exchanged for others. */
  rescopes: boolean
  /** How long a token is, in characters; short by default. */
  tokenLength: number
  /** Whether revoking fails. */
  keepsTokens: boolean
}

/** A Keystone with people and their tokens. `catalogOf` makes the catalog of a project. */
export function createFakeKeystone(catalogOf: (projectId: string) => unknown) {
  const tokens = new Map<string, FakeToken>()
  const manners: KeystoneManners = {
    cascade: true,
    rescopes: false,
    tokenLength: 0,
    keepsTokens: false,
  }
  const passwords = new Map<string, string>()
  const expired = new Set<string>()
  let issued = 0

  function view({ person, projectId }: FakeToken) {
    const { roles = ['member'], federated } = people[person] ?? { has: [] }
    const project = Object.values(projects).find(({ id }) => id === projectId)
    const scoped = project && {
      project,
      roles: roles.map((name) => ({ name })),
      catalog: catalogOf(project.id),
    }
    const provider = { identity_provider: { id: 'acme' }, protocol: { id: 'openid' }, groups: [] }
    const user = {
      id: `u-${person}`,
      name: person,
      domain,
      ...(federated && { 'OS-FEDERATION': provider }),
    }
    return { token: { user, expires_at: endsAt, ...scoped } }
  }

  function issue(token: FakeToken): Response {
    issued += 1
    const id = `token-${issued}`.padEnd(manners.tokenLength, 'x')
    tokens.set(id, token)
    return Response.json(view(token), { status: 201, headers: { 'x-subject-token': id } })
  }

  /** Who the request authenticates as, or the refusal. */
  function identified({ password, totp, token, application_credential }: Auth['identity']) {
    if (application_credential)
      return application_credential.secret === 'right'
        ? { person: 'ann', projectId: 'p-apollo', isDelegated: true }
        : unauthorized()
    if (token) {
      const held = tokens.get(token.id)
      if (!held) return refusal(404, 'Not Found', 'Failed to validate token')
      if (held.isDelegated || (held.projectId !== undefined && !manners.rescopes))
        return refusal(403, 'Forbidden', 'rescope a scoped token')
      return { person: held.person, parent: token.id }
    }
    const name = password?.user.name ?? ''
    const person = people[name]
    if (!person || password?.user.password !== (passwords.get(name) ?? 'right'))
      return unauthorized()
    if (expired.has(name))
      return refusal(
        401,
        'Unauthorized',
        `The password is expired and needs to be changed for user: u-${name}.`,
      )
    if (person.passcode !== undefined && totp === undefined)
      return Response.json(
        { receipt: { methods: ['password'] }, required_auth_methods: [['password', 'totp']] },
        { status: 401, headers: { 'openstack-auth-receipt': 'r' } },
      )
    if (totp && totp.user.passcode !== person.passcode) return unauthorized()
    return { person: name }
  }

  function authenticate({ identity, scope }: Auth): Response {
    const who = identified(identity)
    if (who instanceof Response) return who
    const { has, byDefault } = people[who.person] ?? { has: [] }
    if (scope === 'unscoped' || 'isDelegated' in who) return issue(who)
    const projectId = scope?.project.id ?? (byDefault && projects[byDefault].id)
    const isTheirs = has.some((name) => projects[name].id === projectId)
    if (scope && !isTheirs) return unauthorized()
    return issue(projectId === undefined ? who : { ...who, projectId })
  }

  function revoke(id: string): Response {
    if (manners.keepsTokens) return refusal(500, 'Internal Server Error', 'No database.')
    if (manners.cascade)
      for (const [other, { parent }] of tokens) if (parent === id) tokens.delete(other)
    tokens.delete(id)
    return new Response(null, { status: 204 })
  }

  function changePassword(userId: string, { user }: { user: Record<string, string> }): Response {
    const name = userId.replace(/^u-/, '')
    if (user['original_password'] !== (passwords.get(name) ?? 'right')) return unauthorized()
    passwords.set(name, user['password'] ?? '')
    expired.delete(name)
    return new Response(null, { status: 204 })
  }

  function answer(path: string, { method = 'GET', headers, body }: UpstreamInit): Response {
    const sent = typeof body === 'string' ? JSON.parse(body) : {}
    if (path === '') return Response.json({ version: { id: 'v3.14' } })
    if (path === '/auth/tokens' && method === 'POST') return authenticate(sent.auth)
    const [, changed] = /^\/users\/([^/]+)\/password$/.exec(path) ?? []
    if (changed !== undefined) return changePassword(changed, sent)
    const held = tokens.get(headers['x-auth-token'] ?? '')
    if (!held) return refusal(401, 'Unauthorized', 'The token is no more.')
    const person = people[held.person] ?? { has: [] }
    if (path === '/auth/catalog') return Response.json({ catalog: catalogOf(held.projectId ?? '') })
    if (path === '/auth/projects')
      return Response.json({
        projects: person.has.map((name) => ({ id: projects[name].id, name, domain_id: 'default' })),
      })
    if (path === '/auth/system')
      return Response.json({ system: person.elsewhere?.includes('system') ? [{ all: true }] : [] })
    if (path === '/auth/domains')
      return Response.json({ domains: person.elsewhere?.includes('domains') ? [domain] : [] })
    if (path === `/users/u-${held.person}`)
      return Response.json({
        user: { default_project_id: person.byDefault && projects[person.byDefault].id },
      })
    if (path === '/auth/tokens' && method === 'DELETE')
      return revoke(headers['x-subject-token'] ?? '')
    if (path === '/auth/tokens')
      return Response.json(view(held), {
        headers: { 'x-subject-token': headers['x-subject-token'] ?? '' },
      })
    return refusal(403, 'Forbidden', 'No.')
  }

  return {
    answer,
    /** The tokens that are valid. */
    tokens,
    manners,
    /** Lets a person's password expire. */
    expire: (name: string) => void expired.add(name),
    /** The unscoped token of a person, as an identity provider brings it about. */
    federate: (person: string): string => issue({ person }).headers.get('x-subject-token') ?? '',
  }
}
