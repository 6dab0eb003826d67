import { z } from 'zod'

/** What the server was told by its environment, checked. */
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
  /** Where an instance is launched from a volume, with `{volume_id}` in it; none: this is not offered. */
  launchUrl: string | undefined
  /** Whether the cloud has a service for backups; none: the page finds out as far as it can. */
  backups: boolean | undefined
  demo: {
    volumes: number | undefined
    instances: number | undefined
    attachments: number | undefined
    latencyMs: number
    /** Whether `/cloud/faults` is there. */
    faults: boolean
  }
}

/** A setting can't be used. The message is one line: its name, what is wrong, what would be right. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Reads a setting by `read`, which gives undefined for what it can't take; `right` says what would be right. */
const setting = <T>(right: string, read: (text: string) => T | undefined) =>
  z
    .string()
    .transform((text, { issues }) => {
      const value = read(text.trim())
      if (value !== undefined) return value
      issues.push({
        code: 'custom',
        message: `is ${JSON.stringify(text)}: it must be ${right}`,
        input: text,
      })
      return z.NEVER
    })
    .optional()

const wholeNumber = (most: number, example: number) =>
  setting(`a whole number from 0 to ${most}, such as ${example}`, (text) =>
    /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined,
  )

const switches = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
}

const oneOf = <T>(right: string, meanings: Record<string, T>) =>
  setting(right, (text) => meanings[text.toLowerCase()])

const webAddress = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain =
    url && url.username === '' && url.password === '' && `${url.search}${url.hash}` === ''
  return plain && /^https?:$/.test(url.protocol) ? url : undefined
}

/** Like the `openstack` client, takes the address with or without `/v3`. */
function keystoneAddress(text: string): string | undefined {
  const url = webAddress(text)
  const path = url?.pathname.replace(/\/+$/, '') ?? ''
  if (!url || path.endsWith('/v2.0')) return undefined
  return `${url.origin}${path.endsWith('/v3') ? path : `${path}/v3`}`
}

const volumeId = '{volume_id}'

/** A web address with a place for a volume's id, which is no part of the host. */
function launchAddress(text: string): string | undefined {
  const filledWith = (id: string) => text.replaceAll(volumeId, id)
  if (!text.includes(volumeId) || !/^https?:/i.test(text) || /[{}]/.test(filledWith('')))
    return undefined
  const [one, other] = ['1', '2'].map((id) =>
    URL.canParse(filledWith(id)) ? new URL(filledWith(id)) : undefined,
  )
  const isPlain = one && one.username === '' && one.password === ''
  return isPlain && one.origin === other?.origin ? text : undefined
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
  MOORING_LAUNCH_URL: setting(
    'an http or https address with {volume_id} in its path or query, such as https://horizon.example/project/instances/?launch={volume_id}',
    launchAddress,
  ),
  MOORING_BACKUPS: oneOf('on or off', switches),
  MOORING_DEMO_VOLUMES: wholeNumber(1_000_000, 1000),
  MOORING_DEMO_INSTANCES: wholeNumber(1_000_000, 100),
  MOORING_DEMO_ATTACHMENTS: wholeNumber(1_000_000, 50),
  MOORING_DEMO_LATENCY_MS: wholeNumber(60_000, 200),
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
  return {
    embedded: data.OS_AUTH_URL === undefined,
    authUrl: data.OS_AUTH_URL ?? `${origin}/cloud/identity/v3`,
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
      faults: data.MOORING_DEMO_FAULTS ?? false,
    },
  }
}
