import { z } from 'zod'

import { catalogSchema } from './catalog.ts'
import { Problem } from './problem.ts'
import { unreachable, type Upstream, type UpstreamInit, within } from './upstream.ts'

const named = z.object({ id: z.string(), name: z.string() })
const scopeSchema = named.extend({ domain: named })

const tokenSchema = z.object({
  token: z.object({
    user: scopeSchema,
    expires_at: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
    project: scopeSchema.optional(),
    roles: z.array(z.object({ name: z.string() })).default([]),
    catalog: catalogSchema.default([]),
  }),
})

const projectsSchema = z.object({
  projects: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      domain_id: z.string(),
      enabled: z.boolean().default(true),
    }),
  ),
})

const refusalSchema = z.object({
  error: z.object({ message: z.string(), title: z.string().optional() }),
})

/** A token with what Keystone says of it. */
export type IssuedToken = z.infer<typeof tokenSchema>['token'] & { id: string }
export type KeystoneProject = z.infer<typeof projectsSchema>['projects'][number]

export type Keystone = ReturnType<typeof createKeystone>

/**
 * Keystone v3 at `authUrl`. All its calls throw a `Problem`: with Keystone's status, words and request id when it
 * refuses, with 502 when it can't be reached.
 */
export function createKeystone(authUrl: string, upstream: Upstream) {
  async function call(path: string, init: UpstreamInit, signal: AbortSignal): Promise<Response> {
    let response: Response
    try {
      response = await upstream(`${authUrl}${path}`, {
        ...init,
        headers: { accept: 'application/json', ...init.headers },
        signal: within(signal),
      })
    } catch (cause) {
      if (signal.aborted) throw cause
      throw unreachable('identity', cause)
    }
    if (response.ok) return response
    throw await refusal(response)
  }

  async function issue(auth: object, signal: AbortSignal): Promise<IssuedToken> {
    const response = await call(
      '/auth/tokens',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ auth }),
      },
      signal,
    )
    const id = response.headers.get('x-subject-token')
    if (id === null) throw unreadable(response)
    return { ...(await read(response, tokenSchema)).token, id }
  }

  const get = async <T>(path: string, token: string, schema: z.ZodType<T>, signal: AbortSignal) =>
    read(await call(path, { headers: { 'x-auth-token': token } }, signal), schema)

  return {
    /** A token in the person's default project, or in none where they have no default. */
    signIn: (
      { userName, password, domain }: { userName: string; password: string; domain: string },
      signal: AbortSignal,
    ) =>
      issue(
        {
          identity: {
            methods: ['password'],
            password: { user: { name: userName, domain: { name: domain }, password } },
          },
        },
        signal,
      ),
    /** A token of the same person in another project. */
    rescope: (token: string, projectId: string, signal: AbortSignal) =>
      issue(
        {
          identity: { methods: ['token'], token: { id: token } },
          scope: { project: { id: projectId } },
        },
        signal,
      ),
    /** The enabled projects that the person has a role in, by name. */
    projects: async (token: string, signal: AbortSignal): Promise<KeystoneProject[]> => {
      const { projects } = await get('/auth/projects', token, projectsSchema, signal)
      return projects
        .filter(({ enabled }) => enabled)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    },
    catalog: async (token: string, signal: AbortSignal) =>
      (await get('/auth/catalog', token, z.object({ catalog: catalogSchema }), signal)).catalog,
    /** The name of a domain; undefined where the person may not see it. */
    domainName: (token: string, id: string, signal: AbortSignal): Promise<string | undefined> =>
      get(`/domains/${encodeURIComponent(id)}`, token, z.object({ domain: named }), signal).then(
        ({ domain }) => domain.name,
        () => undefined,
      ),
    revoke: async (token: string, signal: AbortSignal): Promise<void> => {
      await call(
        '/auth/tokens',
        { method: 'DELETE', headers: { 'x-auth-token': token, 'x-subject-token': token } },
        signal,
      )
    },
  }
}

const requestIdIn = ({ headers }: Response) => {
  const requestId = headers.get('x-openstack-request-id')
  return requestId === null ? {} : { requestId }
}

const unreadable = (response: Response) =>
  new Problem(502, 'The identity service gave an answer that is not of Keystone v3.', {
    ...requestIdIn(response),
  })

async function refusal(response: Response): Promise<Problem> {
  const { data } = refusalSchema.safeParse(await response.json().catch(() => undefined))
  const title = data?.error.title
  // A redirect or another non-error that is no success can't be passed on as it is.
  return new Problem(
    response.status >= 400 ? response.status : 502,
    data?.error.message ?? `The identity service answered with status ${response.status}.`,
    { ...requestIdIn(response), ...(title !== undefined && { title }) },
  )
}

async function read<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const { success, data } = schema.safeParse(await response.json().catch(() => undefined))
  if (!success) throw unreadable(response)
  return data
}
