import { z } from 'zod'

import {
  json,
  keystoneAddress,
  oneOf,
  setting,
  SettingsError,
  switches,
  webAddress,
} from './readers.ts'

/** Sign-in by identity providers, which Keystone talks to: `openstack_auth/defaults.py` of Horizon has the same settings. */
export type WebSsoSettings = {
  /** Keystone as the browser reaches it, without a slash at the end. */
  keystoneUrl: string
  /** In the order to offer them; `path` is below `keystoneUrl`. */
  choices: { id: string; label: string; path: string }[]
  /** Whether Keystone's own users sign in with a password too. */
  passwords: boolean
  /** The choice to go to without asking; none: the person chooses. */
  redirect: string | undefined
  /** Where the browser goes after a federated user has signed out; none: to the sign-in page. */
  logoutUrl: string | undefined
}

/** Horizon's name for the form with user name and password. */
const credentials = 'credentials'

/** Keystone's names of identity providers and protocols are parts of addresses. */
const identifier = z.string().regex(/^[\w.~-]+$/)

export const webSsoEnvironment = {
  WEBSSO_ENABLED: oneOf('on or off', switches),
  WEBSSO_CHOICES: json(
    'a JSON list of ids and labels, such as [["credentials","Keystone"],["acme","ACME"]]',
    z.array(z.tuple([identifier, z.string().min(1)])).min(1),
  ),
  WEBSSO_IDP_MAPPING: json(
    'a JSON object from ids of WEBSSO_CHOICES to identity provider and protocol, such as {"acme":["acme","openid"]}',
    z.record(z.string(), z.tuple([identifier, identifier])),
  ),
  WEBSSO_INITIAL_CHOICE: z.string().trim().optional(),
  WEBSSO_DEFAULT_REDIRECT: oneOf('on or off', switches),
  WEBSSO_DEFAULT_REDIRECT_LOGOUT: setting(
    'the http or https address to go to after sign-out, such as https://idp.example/logout',
    (text) => (/^https?:/i.test(text) && URL.canParse(text) ? text : undefined),
  ),
  WEBSSO_KEYSTONE_URL: setting(
    'the http or https address of Keystone v3 that browsers reach, such as https://cloud.example:5000/v3',
    (text) => (webAddress(text) ? keystoneAddress(text) : undefined),
  ),
}

type Given = {
  [Name in keyof typeof webSsoEnvironment]?: z.infer<(typeof webSsoEnvironment)[Name]>
}

/** Keystone's address for an identity provider, or for a protocol that tells the provider by itself: keystone/api/auth.py. */
const pathOf = (id: string, provider: readonly [string, string] | undefined) =>
  provider
    ? `/auth/OS-FEDERATION/identity_providers/${provider[0]}/protocols/${provider[1]}/websso`
    : `/auth/OS-FEDERATION/websso/${id}`

/**
 * The settings of single sign-on; undefined where it is off.
 * @throws SettingsError where they don't fit each other
 */
export function webSsoOf(given: Given, authUrl: string): WebSsoSettings | undefined {
  const { WEBSSO_CHOICES: all, WEBSSO_IDP_MAPPING: mapping = {} } = given
  if (!(given.WEBSSO_ENABLED ?? all !== undefined)) return undefined
  const offered = (all ?? []).filter(([id]) => id !== credentials)
  const [first] = offered
  if (all === undefined || first === undefined)
    throw new SettingsError(
      'WEBSSO_CHOICES has no identity provider, but WEBSSO_ENABLED is on: it must be a JSON list such as [["credentials","Keystone"],["acme","ACME"]]',
    )
  const initial = given.WEBSSO_INITIAL_CHOICE ?? credentials
  if (![credentials, ...offered.map(([id]) => id)].includes(initial))
    throw new SettingsError(
      `WEBSSO_INITIAL_CHOICE is ${JSON.stringify(initial)}: it must be an id of WEBSSO_CHOICES, such as ${first[0]}`,
    )
  const inOrder = offered.toSorted(([a], [b]) => Number(b === initial) - Number(a === initial))
  return {
    keystoneUrl: given.WEBSSO_KEYSTONE_URL ?? authUrl,
    choices: inOrder.map(([id, label]) => ({ id, label, path: pathOf(id, mapping[id]) })),
    passwords: all.some(([id]) => id === credentials),
    redirect: given.WEBSSO_DEFAULT_REDIRECT ? inOrder[0]?.[0] : undefined,
    logoutUrl: given.WEBSSO_DEFAULT_REDIRECT_LOGOUT,
  }
}
