import { z } from 'zod'

import {
  keystoneAddress,
  launchAddress,
  names,
  oneOf,
  setting,
  SettingsError,
  switches,
  webAddress,
  wholeNumber,
} from './readers.ts'
import { webSsoEnvironment, type WebSsoSettings, webSsoOf } from './websso.ts'

/** The server's settings from its environment, checked. */
export type Settings = {
  /** Whether the cloud is the embedded one: no `OS_AUTH_URL` was given. */
  embedded: boolean
  /** Keystone v3, without a slash at the end. */
  authUrl: string
  /** The region to work in first; none: the first by name. */
  regionName: string | undefined
  /** Which endpoints of the catalog to use. */
  interface: 'public' | 'internal' | 'admin'
  /** File with the certificates to trust, beside the system's. */
  caFile: string | undefined
  /** Whether the cloud's certificate goes unchecked. */
  insecure: boolean
  host: string
  /** 0: any free one. */
  port: number
  /** Encrypts the cookies; none: to be made up at the start. */
  secret: string | undefined
  /** The address that people use, where it was given. */
  publicUrl: URL | undefined
  /** Scheme, host and port that people use, without a slash at the end. */
  origin: string
  /** The domain that the sign-in form starts with. */
  userDomain: string
  /** Domains to choose from at sign-in; empty: the person types one. */
  domains: string[]
  /** Roles that make somebody an administrator, in lower case. */
  adminRoles: string[]
  /** After how many minutes without use a session ends; none: with its token. */
  idleMinutes: number | undefined
  /** Sign-in by identity providers; none: not offered. */
  webSso: WebSsoSettings | undefined
  /** Where an instance is launched from a volume, with `{volume_id}` in it; none: this is not offered. */
  launchUrl: string | undefined
  /** Whether the cloud has a service for backups; none: the page finds out as far as it can. */
  backups: boolean | undefined
  demo: {
    volumes: number | undefined
    instances: number | undefined
    attachments: number | undefined
    latencyMs: number
    /** Speed factor of the embedded cloud's slow operations; 1 is the usual speed. */
    speed: number
    /** How old its Cinder and Nova are; none: the newest. */
    release: 'oldest' | 'sharing' | 'zed' | 'newest' | undefined
    /** Whether `/cloud/faults` is there. */
    faults: boolean
  }
}

const environment = z.object({
  OS_AUTH_URL: setting(
    'the http or https address of Keystone v3, such as https://cloud.example:5000/v3',
    keystoneAddress,
  ),
  OS_REGION_NAME: z.string().trim().optional(),
  OS_INTERFACE: oneOf('public, internal or admin', {
    public: 'public',
    publicurl: 'public',
    internal: 'internal',
    internalurl: 'internal',
    admin: 'admin',
    adminurl: 'admin',
  } as const),
  OS_CACERT: z.string().trim().optional(),
  OS_INSECURE: oneOf('true or false', switches),
  HOST: setting('a host name or an address to listen on, such as 127.0.0.1', (text) =>
    /^[\w.:-]+$/.test(text) ? text : undefined,
  ),
  PORT: wholeNumber(65_535, 3000),
  MOORING_SECRET: z
    .string()
    .refine(({ length }) => length >= 32, {
      // The value stays out of the message: messages end up in logs.
      error: ({ input }) =>
        `has ${String(input).length} characters: it must have at least 32, such as "openssl rand -base64 32" prints`,
    })
    .optional(),
  MOORING_PUBLIC_URL: setting(
    'the http or https address that people use, without a path, such as https://mooring.example',
    (text) => {
      const url = webAddress(text)
      return url?.pathname === '/' ? url : undefined
    },
  ),
  OS_USER_DOMAIN_NAME: z.string().trim().optional(),
  MOORING_DOMAINS: names('names of domains between commas, such as Default,Customers'),
  MOORING_ADMIN_ROLES: names('names of roles between commas, such as admin,cloud_admin'),
  MOORING_IDLE_MINUTES: setting('a whole number of minutes from 1 to 10080, such as 60', (text) =>
    /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 10_080
      ? Number(text)
      : undefined,
  ),
  ...webSsoEnvironment,
  MOORING_LAUNCH_URL: setting(
    'an http or https address with {volume_id} in its path or query, such as https://horizon.example/project/instances/?launch={volume_id}',
    launchAddress,
  ),
  MOORING_BACKUPS: oneOf('on or off', switches),
  MOORING_DEMO_VOLUMES: wholeNumber(1_000_000, 1000),
  MOORING_DEMO_INSTANCES: wholeNumber(1_000_000, 100),
  MOORING_DEMO_ATTACHMENTS: wholeNumber(1_000_000, 50),
  MOORING_DEMO_LATENCY_MS: wholeNumber(60_000, 200),
  MOORING_DEMO_SPEED: setting('a whole number from 1 to 100, such as 4', (text) =>
    /^([1-9]\d?|100)$/.test(text) ? Number(text) : undefined,
  ),
  MOORING_DEMO_RELEASE: oneOf('oldest, sharing, zed or newest', {
    oldest: 'oldest',
    sharing: 'sharing',
    zed: 'zed',
    newest: 'newest',
  } as const),
  MOORING_DEMO_FAULTS: oneOf('on or off', switches),
})

/** An address to reach a server by that listens on `host`. */
export function addressOf(host: string, port: number): string {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? host
  return `http://${reachable.includes(':') && !reachable.startsWith('[') ? `[${reachable}]` : reachable}:${port}`
}

/**
 * Reads and checks the settings; an empty one counts as not given.
 * @throws SettingsError for the first that can't be used
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const { success, data, error } = environment.safeParse(given)
  if (!success) {
    const issue = error.issues.at(0)
    throw new SettingsError(`${String(issue?.path.at(0))} ${issue?.message}`)
  }
  const host = data.HOST ?? '127.0.0.1'
  const port = data.PORT ?? 3000
  const origin = data.MOORING_PUBLIC_URL?.origin ?? addressOf(host, port)
  const authUrl = data.OS_AUTH_URL ?? `${origin}/cloud/identity/v3`
  const domains = data.MOORING_DOMAINS ?? []
  return {
    embedded: data.OS_AUTH_URL === undefined,
    authUrl,
    origin,
    userDomain: data.OS_USER_DOMAIN_NAME ?? domains.at(0) ?? 'Default',
    domains,
    adminRoles: (data.MOORING_ADMIN_ROLES ?? ['admin']).map((role) => role.toLowerCase()),
    idleMinutes: data.MOORING_IDLE_MINUTES,
    webSso: webSsoOf(data, authUrl),
    regionName: data.OS_REGION_NAME,
    interface: data.OS_INTERFACE ?? 'public',
    caFile: data.OS_CACERT,
    insecure: data.OS_INSECURE ?? false,
    host,
    port,
    secret: data.MOORING_SECRET,
    publicUrl: data.MOORING_PUBLIC_URL,
    launchUrl: data.MOORING_LAUNCH_URL,
    backups: data.MOORING_BACKUPS,
    demo: {
      volumes: data.MOORING_DEMO_VOLUMES,
      instances: data.MOORING_DEMO_INSTANCES,
      attachments: data.MOORING_DEMO_ATTACHMENTS,
      latencyMs: data.MOORING_DEMO_LATENCY_MS ?? 0,
      speed: data.MOORING_DEMO_SPEED ?? 1,
      release: data.MOORING_DEMO_RELEASE,
      faults: data.MOORING_DEMO_FAULTS ?? false,
    },
  }
}
