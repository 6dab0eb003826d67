import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions, CookiePrefixOptions } from 'hono/utils/cookie'

import type { Settings } from '#server/settings/settings.ts'

/** What is left with the browser: the session, when it was last used, and who has just come from an identity provider. */
export type CookieName = 'session' | 'use' | 'arrival'

/** What carries sealed texts between the browser and the server. */
export type CookieCarrier = {
  get: (context: Context, name: CookieName) => string | undefined
  /** `maxAge` is in seconds. */
  set: (context: Context, name: CookieName, sealed: string, maxAge: number) => void
  remove: (context: Context, name: CookieName) => void
}

/** Browsers drop cookies of more than 4,096 bytes, name and attributes counted: RFC 6265, section 6.1. */
const partLength = 3_900

/** How many cookies a sealed text is split into at most: Node and most proxies take 16 kB of headers. */
const mostParts = 4

/** Longest sealed text that fits, in characters. */
export const mostCharacters = partLength * mostParts - 2

/** Six characters that tell two clouds apart: cookies don't know ports, and staging often stands beside production. FNV-1a. */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0').slice(-6)
}

function split(sealed: string): string[] {
  const count = Math.ceil((sealed.length + 2) / partLength)
  const whole = `${count}.${sealed}`
  return Array.from({ length: count }, (_, index) =>
    whole.slice(index * partLength, (index + 1) * partLength),
  )
}

/** The sealed text of parts; undefined where one is missing. Parts left over from a longer one are passed over. */
function join(part: (index: number) => string | undefined): string | undefined {
  const [, count = '0', start = ''] = /^(\d)\.(.*)$/.exec(part(0) ?? '') ?? []
  const rest = Array.from({ length: Number(count) - 1 }, (_, index) => part(index + 1))
  if (start === '' || rest.includes(undefined)) return undefined
  return [start, ...rest].join('')
}

/** Cookies for this site only, out of reach of scripts; bound to https and the host where https is used. */
export function httpCookies({ publicUrl, authUrl }: Settings): CookieCarrier {
  const secure = publicUrl?.protocol === 'https:'
  const prefix: CookiePrefixOptions | undefined = secure ? 'host' : undefined
  const attributes: CookieOptions = {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
    ...(prefix && { prefix }),
  }
  const mark = markOf(authUrl)
  const base: Record<CookieName, string> = {
    session: `mooring-${mark}`,
    use: `mooring-${mark}-use`,
    arrival: `mooring-${mark}-arrival`,
  }
  const nameOf = (name: CookieName, index: number) =>
    index === 0 ? base[name] : `${base[name]}.${index}`
  const has = (context: Context, name: CookieName, index: number) =>
    getCookie(context, nameOf(name, index), prefix) !== undefined
  const removeFrom = (context: Context, name: CookieName, first: number) => {
    for (let index = first; index < mostParts; index += 1)
      if (has(context, name, index)) deleteCookie(context, nameOf(name, index), attributes)
  }
  /** The only cookie of version 1. */
  const former = (context: Context) => getCookie(context, 'mooring', prefix)
  return {
    get: (context, name) =>
      join((index) => getCookie(context, nameOf(name, index), prefix)) ??
      (name === 'session' ? former(context) : undefined),
    set(context, name, sealed, maxAge) {
      const parts = split(sealed)
      for (const [index, part] of parts.entries())
        setCookie(context, nameOf(name, index), part, { ...attributes, maxAge })
      removeFrom(context, name, parts.length)
    },
    remove(context, name) {
      removeFrom(context, name, 0)
      if (name === 'session' && former(context) !== undefined)
        deleteCookie(context, 'mooring', attributes)
    },
  }
}
