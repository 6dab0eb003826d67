import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions, CookiePrefixOptions } from 'hono/utils/cookie'
import { EncryptJWT, jwtDecrypt } from 'jose'
import { z } from 'zod'

import { Problem } from '#server/cloud/problem.ts'
import type { Settings } from '#server/settings/settings.ts'

const named = z.object({ id: z.string(), name: z.string() })
const scope = named.extend({ domain: named })
const microversion = z.object({ major: z.number(), minor: z.number() })
const range = z.object({ min: microversion, max: microversion }).nullable()

const sessionSchema = z.object({
  token: z.string(),
  /** ISO 8601, as Keystone says it. */
  expiresAt: z.string(),
  user: scope,
  project: scope,
  roles: z.array(z.string()),
  region: z.string(),
  regions: z.array(z.string()),
  /** Without a slash at the end; those missing the region does not have. */
  endpoints: z.object({
    volume: z.string().optional(),
    compute: z.string().optional(),
    image: z.string().optional(),
  }),
  microversions: z.object({ volume: range, compute: range }),
})

/** What the cookie holds. */
export type StoredSession = z.infer<typeof sessionSchema>

/** Browsers drop cookies of more than 4,096 bytes, name and attributes counted: RFC 6265, section 6.1. */
const mostBytes = 3_900

/** Browsers cut a cookie's life down to 400 days, in seconds: RFC 6265bis, section 5.5. */
const longest = 400 * 24 * 3600

/** How many sessions are kept open at most; any other is opened anew. */
const mostOpened = 100

/** A key of the length that A256GCM takes, by HKDF with SHA-256. */
async function keyFrom(secret: string): Promise<Uint8Array> {
  const bytes = new TextEncoder()
  const material = await crypto.subtle.importKey('raw', bytes.encode(secret), 'HKDF', false, [
    'deriveBits',
  ])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: bytes.encode('mooring session cookie 1'),
  }
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, material, 256))
}

/** What carries the sealed session between the browser and the server. */
export type CookieCarrier = {
  get: (context: Context) => string | undefined
  /** `maxAge` is in seconds. */
  set: (context: Context, sealed: string, maxAge: number) => void
  remove: (context: Context) => void
}

/** A cookie for this site only, out of reach of scripts; bound to https and the host where https is used. */
export function httpCookie({ publicUrl }: Settings): CookieCarrier {
  const secure = publicUrl?.protocol === 'https:'
  const prefix: CookiePrefixOptions | undefined = secure ? 'host' : undefined
  const attributes: CookieOptions = {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
    ...(prefix && { prefix }),
  }
  const get: CookieCarrier['get'] = (context) => getCookie(context, 'mooring', prefix)
  return {
    get,
    set: (context, sealed, maxAge) =>
      setCookie(context, 'mooring', sealed, { ...attributes, maxAge }),
    remove: (context) => {
      if (get(context) !== undefined) deleteCookie(context, 'mooring', attributes)
    },
  }
}

export type SessionCookie = ReturnType<typeof createSessionCookie>

/** The session in its cookie, encrypted and bound to this Keystone. `now` is in ms since 1970. */
export function createSessionCookie({
  authUrl,
  secret,
  carrier,
  now,
}: {
  authUrl: string
  secret: string
  carrier: CookieCarrier
  now: () => number
}) {
  const key = keyFrom(secret)

  const seal = async (session: StoredSession) =>
    new EncryptJWT({ session })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(authUrl)
      .setExpirationTime(new Date(session.expiresAt))
      .encrypt(await key)

  async function sealedWithinLimit(session: StoredSession): Promise<string> {
    const whole = await seal(session)
    if (whole.length <= mostBytes) return whole
    const withoutOtherRegions = await seal({ ...session, regions: [session.region] })
    if (withoutOtherRegions.length <= mostBytes) return withoutOtherRegions
    throw new Problem(500, "This session doesn't fit a cookie: names or roles are too long.")
  }

  /** Those opened last, by their sealed form: opening one takes longer than all else that the server does for a short answer. */
  const opened = new Map<string, StoredSession>()

  async function open(sealed: string): Promise<StoredSession | undefined> {
    const known = opened.get(sealed)
    if (known !== undefined && Date.parse(known.expiresAt) > now()) return known
    opened.delete(sealed)
    try {
      const { payload } = await jwtDecrypt(sealed, await key, {
        audience: authUrl,
        currentDate: new Date(now()),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      })
      const { data } = sessionSchema.safeParse(payload.session)
      if (data === undefined) return undefined
      const [oldest] = opened.keys()
      if (opened.size >= mostOpened && oldest !== undefined) opened.delete(oldest)
      opened.set(sealed, data)
      return data
    } catch {
      return undefined
    }
  }

  return {
    /** The session of the request; undefined without one that is readable, of this Keystone and not over. */
    async read(context: Context): Promise<StoredSession | undefined> {
      const sealed = carrier.get(context)
      return sealed === undefined ? undefined : open(sealed)
    },
    async write(context: Context, session: StoredSession): Promise<void> {
      const seconds = Math.floor((Date.parse(session.expiresAt) - now()) / 1000)
      carrier.set(
        context,
        await sealedWithinLimit(session),
        Math.min(Math.max(seconds, 0), longest),
      )
    },
    clear: carrier.remove,
  }
}
