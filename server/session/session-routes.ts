import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'

import type { Keystone, KeystoneProject } from '#server/cloud/keystone.ts'
import { answerOf, Problem } from '#server/cloud/problem.ts'
import type { Upstream } from '#server/cloud/upstream.ts'
import type { Log } from '#server/http/request-log.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { DemoAccount, SignedOut } from '#src/model/session.ts'

import { chooseProject, keptOf, sessionOf, signedIn } from './open-session.ts'
import type { SessionCookie, StoredSession } from './session-cookie.ts'

const signInSchema = z.object({
  userName: z.string().min(1),
  password: z.string(),
  domain: z.string().min(1),
  projectId: z.string().optional(),
  region: z.string().optional(),
})

const switchSchema = z.object({ projectId: z.string().optional(), region: z.string().optional() })

/** Enough for any name and password that Keystone takes. */
const mostBodyBytes = 16 * 1024

async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const { success, data, error } = schema.safeParse(await context.req.json().catch(() => undefined))
  if (success) return data
  const path = error.issues.at(0)?.path.join('.')
  throw new Problem(
    400,
    path === undefined || path === ''
      ? 'The request has to be a JSON object.'
      : `${path} of the request is missing or of the wrong kind.`,
  )
}

const isRefusedToken = (cause: unknown) => cause instanceof Problem && cause.status === 401

/** What the session routes work with. */
export type SessionTools = {
  settings: Settings
  keystone: Keystone
  upstream: Upstream
  cookie: SessionCookie
  log: Log
  demoAccounts: DemoAccount[] | undefined
}

/** `/api/session`: who is signed in, sign-in, switch of project or region, sign-out. */
export function sessionRoutes(tools: SessionTools) {
  const { settings, keystone, cookie, log, demoAccounts } = tools

  const signedOut: SignedOut = {
    state: 'signed-out',
    defaultDomain: 'Default',
    ...(demoAccounts && { demoAccounts }),
  }

  async function enter(context: Context, session: StoredSession, projects: KeystoneProject[]) {
    await cookie.write(context, session)
    return signedIn(session, projects, { keystone, settings, signal: context.req.raw.signal })
  }

  /** Revokes a token that nobody will use again; failing that it ends by itself. */
  async function discard(token: string, signal: AbortSignal): Promise<void> {
    try {
      await keystone.revoke(token, signal)
    } catch (cause) {
      if (!isRefusedToken(cause)) log.warn({ reason: String(cause) }, 'a token was not revoked')
    }
  }

  const leave = (context: Context) => {
    cookie.clear(context)
    return context.json(signedOut)
  }

  return new Hono()
    .get('/', async (context) => {
      const session = await cookie.read(context)
      if (!session) return leave(context)
      const { signal } = context.req.raw
      try {
        const projects = await keystone.projects(session.token, signal)
        return context.json(await signedIn(session, projects, { keystone, settings, signal }))
      } catch (cause) {
        if (isRefusedToken(cause)) return leave(context)
        throw cause
      }
    })
    .post('/', bodyLimit({ maxSize: mostBodyBytes, onError: tooLarge }), async (context) => {
      const request = await bodyOf(context, signInSchema)
      const { signal } = context.req.raw
      const first = await keystone.signIn(request, signal)
      const projects = await keystone.projects(first.id, signal)
      const project = chooseProject(projects, request.projectId, first.project?.id)
      if (!project) {
        await discard(first.id, signal)
        throw new Problem(
          403,
          `${first.user.name} has no role in any project; an administrator of the cloud has to give one.`,
        )
      }
      const fits = first.project?.id === project.id
      const token = fits ? first : await keystone.rescope(first.id, project.id, signal)
      const [session] = await Promise.all([
        sessionOf(keptOf(token), token.catalog, { ...tools, region: request.region, signal }),
        fits ? undefined : discard(first.id, signal),
      ])
      return context.json(await enter(context, session, projects), 201)
    })
    .patch('/', bodyLimit({ maxSize: mostBodyBytes, onError: tooLarge }), async (context) => {
      const { projectId, region } = await bodyOf(context, switchSchema)
      const session = await cookie.read(context)
      if (!session) throw new Problem(401, 'Nobody is signed in.')
      if (region !== undefined && projectId === undefined && !session.regions.includes(region))
        throw new Problem(400, `The cloud has no region ${region}.`)
      const { signal } = context.req.raw
      const projects = await keystone.projects(session.token, signal)
      const wanted = projectId ?? session.project.id
      if (!projects.some(({ id }) => id === wanted))
        throw new Problem(403, `${session.user.name} has no role in that project.`)
      const way = { ...tools, region: region ?? session.region, signal }
      if (wanted === session.project.id) {
        const catalog = await keystone.catalog(session.token, signal)
        return context.json(await enter(context, await sessionOf(session, catalog, way), projects))
      }
      // The token of before is left to its end: other tabs may have requests under way with it.
      const token = await keystone.rescope(session.token, wanted, signal)
      const next = await sessionOf(keptOf(token), token.catalog, way)
      return context.json(await enter(context, next, projects))
    })
    .delete('/', async (context) => {
      const session = await cookie.read(context)
      if (session) await discard(session.token, context.req.raw.signal)
      cookie.clear(context)
      return context.body(null, 204)
    })
}

const tooLarge = () => answerOf(new Problem(413, 'The request is too large.'))
