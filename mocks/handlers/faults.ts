import { http, HttpResponse } from 'msw'
import { z } from 'zod'

import type { Cloud } from '#mocks/cloud/cloud.ts'
import type { Fault } from '#mocks/cloud/faults.ts'
import { adjusted, difference } from '#mocks/cloud/identity/keystone-behaviour.ts'
import { isPolicyCheck } from '#mocks/cloud/identity/policies.ts'
import { releaseNames, releases } from '#mocks/cloud/release.ts'

const count = z.int().min(1).max(1_000_000)

const isPattern = (text: string) => {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}

const requestFault = z
  .strictObject({
    service: z.enum(['identity', 'volume', 'compute', 'image']).optional(),
    method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']).optional(),
    path: z.string().refine(isPattern, 'must be a regular expression').optional(),
    times: count.optional(),
    delayMs: z.int().min(0).max(600_000).optional(),
    status: z.int().min(400).max(599).optional(),
    message: z.string().optional(),
    retryAfter: z.int().min(0).optional(),
    cut: z.enum(['before', 'after']).optional(),
  })
  .refine(
    ({ delayMs, status, cut }) => (delayMs ?? status ?? cut) !== undefined,
    'must have delayMs, status or cut: what is to happen',
  )

/** A microversion that the service knows. */
const microversion = (newest: string) => {
  const [major, last] = newest.split('.')
  return z.string().refine((text) => {
    const [, minor] = new RegExp(String.raw`^${major}\.(\d+)$`).exec(text) ?? []
    return minor !== undefined && Number(minor) <= Number(last)
  }, `must be from ${major}.0 to ${newest}`)
}

const wishes = z.strictObject({
  requests: z.array(requestFault).default([]),
  policies: z
    .record(
      z.string(),
      z
        .string()
        .refine(
          isPolicyCheck,
          'must be "!", "@" or "role:<admin|member|reader>", with " or " between',
        ),
    )
    .default({}),
  quotas: z.record(z.string(), z.record(z.string(), z.int().min(-1))).default({}),
  release: z.enum(releaseNames).optional(),
  microversions: z
    .strictObject({
      volume: microversion(releases.newest.volume),
      compute: microversion(releases.newest.compute),
    })
    .partial()
    .default({}),
  keystone: z
    .strictObject({
      cascade: z.boolean(),
      rescopeScoped: z.boolean(),
      oneTimeReceipts: z.boolean(),
      trustedDashboards: z.array(z.string()).nullable(),
      tokenMinutes: z.int().min(1).max(10_080),
    })
    .partial()
    .default({}),
  expirePasswords: z.array(z.string()).default([]),
})

type Wishes = z.infer<typeof wishes>

const faultOf = ({
  path,
  status,
  message,
  retryAfter,
  ...rest
}: Wishes['requests'][number]): Fault => ({
  ...rest,
  path: path === undefined ? undefined : new RegExp(path),
  answer: status === undefined ? undefined : { status, message, retryAfter },
})

const viewOf = ({ path, answer, ...rest }: Fault) => ({ ...rest, path: path?.source, ...answer })

/** All that is in force, in the form in which it is set. */
function inForce({ faults, policies, release, newest, identity, regions }: Cloud) {
  const quotas = Object.fromEntries(
    [...(regions[0]?.storage.heldTo ?? [])].map(([id, limits]) => [
      identity.projects.get(id)?.name ?? id,
      limits,
    ]),
  )
  const users = [...identity.users.values()]
  return {
    requests: faults.all.map(viewOf),
    policies: policies.all,
    quotas,
    release,
    microversions: newest,
    keystone: difference(identity.usual, identity.behaviour),
    expirePasswords: users.filter((user) => user.passwordExpired).map(({ name }) => name),
  }
}

function apply(cloud: Cloud, wish: Wishes): string | undefined {
  const { faults, policies, identity, regions } = cloud
  const named = Object.entries(wish.quotas).map(
    ([name, limits]) => [name, identity.projectNamed(name)?.id, limits] as const,
  )
  const stranger = named.find(([, id]) => id === undefined)
  if (stranger) return `quotas: there is no project ${stranger[0]}`
  const users = [...identity.users.values()]
  const expiring = wish.expirePasswords.map((name) => users.find((user) => user.name === name))
  const nobody = expiring.indexOf(undefined)
  if (nobody >= 0) return `expirePasswords: there is no person ${wish.expirePasswords[nobody]}`
  faults.replace(wish.requests.map(faultOf))
  policies.replace(wish.policies)
  cloud.release = wish.release ?? cloud.madeAs
  cloud.newest = wish.microversions
  identity.behaviour = adjusted(identity.usual, wish.keystone)
  for (const user of expiring) if (user) identity.expirePassword(user)
  for (const { storage } of regions) {
    storage.heldTo.clear()
    for (const [, id, limits] of named) if (id !== undefined) storage.heldTo.set(id, limits)
  }
  return undefined
}

/** People can sign in as at the start, also with a passcode that was used a moment ago. */
function startOver({ identity }: Cloud) {
  identity.restorePasswords()
  identity.passcodes.forget()
}

const refusal = (message: string) =>
  HttpResponse.json({ error: { code: 400, title: 'Bad Request', message } }, { status: 400 })

/**
 * `/cloud/faults`: what goes wrong from now on. GET tells it, PUT sets it (all of it, each time), DELETE ends it.
 * Described in `mocks/README.md`.
 */
export const faultsHandler = (cloud: Cloud) =>
  http.all('*/cloud/faults', async ({ request }) => {
    if (request.method === 'GET') return HttpResponse.json(inForce(cloud))
    if (request.method !== 'PUT' && request.method !== 'DELETE')
      return HttpResponse.text('', { status: 405, headers: { allow: 'GET, PUT, DELETE' } })
    const sent: unknown = request.method === 'PUT' ? await request.json().catch(() => null) : {}
    const { success, data, error } = wishes.safeParse(sent)
    if (!success) return refusal(z.prettifyError(error))
    const obstacle = apply(cloud, data)
    if (request.method === 'DELETE') startOver(cloud)
    return obstacle === undefined ? HttpResponse.json(inForce(cloud)) : refusal(obstacle)
  })
