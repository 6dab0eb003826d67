import { z } from 'zod'

import { Problem } from './problem.ts'

const named = z.object({ id: z.string(), name: z.string() })
const scopeSchema = named.extend({ domain: named })

const federation = z.object({ identity_provider: z.object({ id: z.string() }) })

const userSchema = scopeSchema.extend({ 'OS-FEDERATION': federation.optional().catch(undefined) })

const tokenSchema = z.object({
  token: z.object({
    user: userSchema,
    expires_at: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
    project: scopeSchema.optional(),
    roles: z.array(z.object({ name: z.string() })).default([]),
    /** Read by `readCatalog`, entry by entry. */
    catalog: z.unknown().optional(),
  }),
})

/** A token with what Keystone says of it. */
export type IssuedToken = z.infer<typeof tokenSchema>['token'] & { id: string }

const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  domain_id: z.string(),
  enabled: z.boolean().default(true),
})

export type KeystoneProject = z.infer<typeof projectSchema>

/** Projects one by one: one that can't be read is passed over. */
export const projectsSchema = z.object({
  projects: z
    .array(z.unknown())
    .transform((all) => all.flatMap((one) => projectSchema.safeParse(one).data ?? [])),
})

export const domainsSchema = z.object({ domains: z.array(named) })
export const systemSchema = z.object({ system: z.array(z.unknown()) })
export const userDetailsSchema = z.object({
  user: z.object({ default_project_id: z.string().nullish() }),
})

const requestIdIn = ({ headers }: Response) => {
  const requestId = headers.get('x-openstack-request-id')
  return requestId === null ? {} : { requestId }
}

const unreadable = (response: Response) =>
  new Problem(502, 'The identity service gave an answer that is not of Keystone v3.', {
    ...requestIdIn(response),
  })

/** The token that Keystone's answer issues or validates. `id` is in a header of its own. */
export async function readToken(response: Response): Promise<IssuedToken> {
  const id = response.headers.get('x-subject-token')
  if (id === null) throw unreadable(response)
  return { ...(await read(response, tokenSchema)).token, id }
}

/** The body as `schema` says; a `Problem` where it isn't. */
export async function read<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const { success, data } = schema.safeParse(await response.json().catch(() => undefined))
  if (!success) throw unreadable(response)
  return data
}

const refusalSchema = z.object({
  error: z.object({ message: z.string(), title: z.string().optional() }),
})

/** What Keystone answers where a multi-factor rule is not met yet: keystone/server/flask/application.py. */
const receiptSchema = z.object({
  receipt: z.object({ methods: z.array(z.string()) }),
  required_auth_methods: z.array(z.array(z.string())),
})

/** The words of a password that has to be changed: keystone/exception.py, PasswordExpired. */
const expiredFor = /password is expired.* for user: ([\w-]+)/i

/** Keystone's one sentence for an unknown user, a wrong password, a wrong domain: keystone/exception.py, Unauthorized. */
const isNondescript = (message: string) =>
  message.startsWith('The request you have made requires auth')

/** The methods that are still missing for the easiest of the user's multi-factor rules. */
function missingMethods(body: unknown): string[] | undefined {
  const { data } = receiptSchema.safeParse(body)
  const rules = data?.required_auth_methods.map((rule) =>
    rule.filter((method) => !data.receipt.methods.includes(method)),
  )
  return rules?.find(isPasscodeOnly) ?? rules?.at(0)
}

const isPasscodeOnly = (methods: readonly string[]) => methods.length === 1 && methods[0] === 'totp'

function secondFactor(body: unknown, ids: { requestId?: string }): Problem | undefined {
  const missing = missingMethods(body)
  if (missing === undefined) return undefined
  if (isPasscodeOnly(missing))
    return new Problem(401, 'This account needs a passcode as well.', {
      ...ids,
      reason: 'passcode-needed',
    })
  return new Problem(
    403,
    `This account also has to authenticate by ${missing.join(' and ')}, which Mooring can't do.`,
    ids,
  )
}

/** Keystone's refusal as a `Problem`: its status, words and request id, and what the page does about it. */
export async function refusal(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined)
  const ids = requestIdIn(response)
  if (response.status === 401 && response.headers.has('openstack-auth-receipt')) {
    const problem = secondFactor(body, ids)
    if (problem) return problem
  }
  const { data } = refusalSchema.safeParse(body)
  const title = data?.error.title
  const message =
    data?.error.message ?? `The identity service answered with status ${response.status}.`
  const [, userId] = response.status === 401 ? (expiredFor.exec(message) ?? []) : []
  const wrong = response.status === 401 && isNondescript(message)
  const { status } = response
  const retryAfter = response.headers.get('retry-after')
  // A redirect or another non-error that is no success can't be passed on as it is, nor can a status that is none.
  return new Problem(status >= 400 && status < 600 ? status : 502, message, {
    ...ids,
    ...(title !== undefined && { title }),
    ...(retryAfter !== null && { retryAfter }),
    ...(wrong && { reason: 'wrong-credentials' }),
    ...(userId !== undefined && { reason: 'password-expired', userId }),
  })
}
