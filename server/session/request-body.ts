import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'

import { answerOf, Problem } from '#server/cloud/problem.ts'

/** Enough for any name, password and token that Keystone takes, in bytes. */
const mostBytes = 16 * 1024

/** Refuses bodies that are larger than any that we expect, unread. */
export const shortBodies = bodyLimit({
  maxSize: mostBytes,
  onError: () => answerOf(new Problem(413, 'The request is too large.')),
})

const destination = { projectId: z.string().exactOptional(), region: z.string().exactOptional() }

const passwordSchema = z.object({
  userName: z.string().min(1),
  password: z.string(),
  domain: z.string().min(1),
  passcode: z.string().min(1).exactOptional(),
  ...destination,
})

const applicationCredentialSchema = z.object({
  applicationCredential: z.object({ id: z.string().min(1), secret: z.string().min(1) }),
  ...destination,
})

const webSsoSchema = z.object({
  webSso: z.object({ replaces: z.string().exactOptional() }),
  ...destination,
})

export const switchSchema = z.object(destination)

export const passwordChangeSchema = z.object({
  userId: z.string().min(1),
  password: z.string(),
  newPassword: z.string().min(1),
})

const jsonOf = (context: Context): Promise<unknown> => context.req.json().catch(() => undefined)

function readAs<T>(body: unknown, schema: z.ZodType<T>): T {
  const { success, data, error } = schema.safeParse(body)
  if (success) return data
  const path = error.issues.at(0)?.path.join('.')
  throw new Problem(
    400,
    path === undefined || path === ''
      ? 'The request has to be a JSON object.'
      : `${path} of the request is missing or of the wrong kind.`,
  )
}

/** The body of a request as `schema` says. */
export const bodyOf = async <T>(context: Context, schema: z.ZodType<T>): Promise<T> =>
  readAs(await jsonOf(context), schema)

/** The body of a sign-in, in one of its three kinds. */
export async function signInBodyOf(context: Context) {
  const body = await jsonOf(context)
  const has = (name: string) => typeof body === 'object' && body !== null && name in body
  if (has('applicationCredential')) return readAs(body, applicationCredentialSchema)
  if (has('webSso')) return readAs(body, webSsoSchema)
  return readAs(body, passwordSchema)
}

export type SignInBody = Awaited<ReturnType<typeof signInBodyOf>>
