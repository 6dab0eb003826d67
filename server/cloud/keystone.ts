import { z } from 'zod'

import type { ApplicationCredentialSignIn, PasswordSignIn } from '#src/model/cloud/session.ts'

import {
  domainsSchema,
  type IssuedToken,
  type KeystoneProject,
  projectsSchema,
  read,
  readToken,
  refusal,
  systemSchema,
  userDetailsSchema,
} from './keystone-answers.ts'
import { isRefusedToken, Problem } from './problem.ts'
import { unreachable, type Upstream, type UpstreamInit, within } from './upstream.ts'

export type Keystone = ReturnType<typeof createKeystone>

/** Time limit of optional lookups, in ms. */
const briefly = 5_000

/**
 * Password and passcode go in one request, which satisfies a rule for both. So there is no receipt to keep, and none to lose
 * where Keystone takes each only once (OSSN-0109).
 */
function passwordIdentity({ userName: name, password, domain, passcode }: PasswordSignIn) {
  const user = { name, domain: { name: domain } }
  return {
    methods: passcode === undefined ? ['password'] : ['password', 'totp'],
    password: { user: { ...user, password } },
    ...(passcode !== undefined && { totp: { user: { ...user, passcode } } }),
  }
}

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

  const post = (path: string, body: object, signal: AbortSignal) =>
    call(
      path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      signal,
    )

  const issue = async (auth: object, signal: AbortSignal): Promise<IssuedToken> =>
    readToken(await post('/auth/tokens', { auth }, signal))

  const get = async <T>(path: string, token: string, schema: z.ZodType<T>, signal: AbortSignal) =>
    read(await call(path, { headers: { 'x-auth-token': token } }, signal), schema)

  /** What may be had; undefined where Keystone refuses or takes too long. */
  const getIfPossible = async <T>(
    path: string,
    token: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T | undefined> => {
    try {
      return await get(path, token, schema, within(signal, briefly))
    } catch (cause) {
      if (signal.aborted) throw cause
      return undefined
    }
  }

  return {
    /**
     * A token without a project. All project tokens are made from it, and it lives as long as the session: from Keystone 30 on,
     * revoking it also revokes those (keystone/api/auth.py), and many clouds let no other kind of token be exchanged
     * (`[token] allow_rescope_scoped_token`).
     */
    signIn: (person: PasswordSignIn, signal: AbortSignal) =>
      issue({ identity: passwordIdentity(person), scope: 'unscoped' }, signal),
    /** A token in the project of the application credential, which can't be exchanged for another. */
    async signInByApplicationCredential(
      { applicationCredential }: ApplicationCredentialSignIn,
      signal: AbortSignal,
    ) {
      const identity = {
        methods: ['application_credential'],
        application_credential: applicationCredential,
      }
      try {
        return await issue({ identity }, signal)
      } catch (cause) {
        // An unknown id is answered with 404, which would tell the page that something else is missing.
        if (!(cause instanceof Problem) || cause.status !== 404) throw cause
        const { message, requestId } = cause
        throw new Problem(401, message, {
          reason: 'wrong-credentials',
          ...(requestId !== undefined && { requestId }),
        })
      }
    },
    /** What Keystone says of a token that somebody else brought. */
    validate: async (token: string, signal: AbortSignal) =>
      readToken(
        await call(
          '/auth/tokens',
          { headers: { 'x-auth-token': token, 'x-subject-token': token } },
          signal,
        ),
      ),
    /** A token in a project, made from one without. */
    scope: (unscopedToken: string, projectId: string, signal: AbortSignal) =>
      issue(
        {
          identity: { methods: ['token'], token: { id: unscopedToken } },
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
    catalog: async (token: string, signal: AbortSignal): Promise<unknown> =>
      (await get('/auth/catalog', token, z.object({ catalog: z.unknown() }), signal)).catalog,
    /** The person's default project; undefined where there is none or Keystone doesn't say. */
    defaultProject: async (token: string, userId: string, signal: AbortSignal) => {
      const path = `/users/${encodeURIComponent(userId)}`
      const found = await getIfPossible(path, token, userDetailsSchema, signal)
      return found?.user.default_project_id ?? undefined
    },
    /** Names of domains by id; empty for those who may not list domains, which is most people but administrators. */
    domainNames: async (token: string, signal: AbortSignal): Promise<Map<string, string>> => {
      const found = await getIfPossible('/domains', token, domainsSchema, signal)
      return new Map(found?.domains.map(({ id, name }) => [id, name]))
    },
    /** Where the person has a role besides projects. */
    otherRoles: async (token: string, signal: AbortSignal): Promise<('system' | 'domain')[]> => {
      const [system, domains] = await Promise.all([
        getIfPossible('/auth/system', token, systemSchema, signal),
        getIfPossible('/auth/domains', token, domainsSchema, signal),
      ])
      return [
        ...(system && system.system.length > 0 ? (['system'] as const) : []),
        ...(domains && domains.domains.length > 0 ? (['domain'] as const) : []),
      ]
    },
    /** Changes a password, which may have expired. Needs no token: keystone/api/users.py, UserPasswordResource. */
    changePassword: async (
      { userId, password, newPassword }: { userId: string; password: string; newPassword: string },
      signal: AbortSignal,
    ): Promise<void> => {
      const user = { original_password: password, password: newPassword }
      await post(`/users/${encodeURIComponent(userId)}/password`, { user }, signal)
    },
    /** Revokes a token; one that is no longer valid counts as revoked. */
    revoke: async (token: string, signal: AbortSignal): Promise<void> => {
      const headers = { 'x-auth-token': token, 'x-subject-token': token }
      try {
        await call('/auth/tokens', { method: 'DELETE', headers }, signal)
      } catch (cause) {
        if (!isRefusedToken(cause)) throw cause
      }
    },
  }
}
