/**
 * The shape of a session: what the page and the server must agree on, and nothing else that they share.
 * Keystone tokens are not in it: the page never holds one.
 */

/** Keystone's id of a project. */
export type ProjectId = string

/** The four services that the server forwards to, by the name in `/api/<service>/`. */
export type ServiceName = 'identity' | 'volume' | 'compute' | 'image'

/** A microversion of Cinder or Nova, such as 3.70. */
export type Microversion = { major: number; minor: number }

/** The microversions that a service takes, from its version document. */
export type MicroversionRange = { min: Microversion; max: Microversion }

/** A project in which the user has a role. */
export type Project = { id: ProjectId; name: string; domainName: string }

/** A person of the embedded cloud, as offered on the sign-in page. */
export type DemoAccount = {
  userName: string
  password: string
  domain: string
  description: string
}

/** The user, project and region that a window shows. Each request names them, so that it can't act anywhere else. */
export type WindowScope = { userId: string; projectId: ProjectId; region: string }

/** The request header that names the window's scope. */
export const scopeHeader = 'mooring-scope'

/** The request header that says for how many seconds nobody has used the window. */
export const idleHeader = 'mooring-idle'

/** `scope` as the value of its header: ASCII, whatever the names. */
export const encodeScope = ({ userId, projectId, region }: WindowScope): string =>
  new URLSearchParams({ user: userId, project: projectId, region }).toString()

/** Reads the scope header; undefined where a part is missing. */
export function decodeScope(text: string): WindowScope | undefined {
  const parts = new URLSearchParams(text)
  const [userId, projectId, region] = ['user', 'project', 'region'].map((name) => parts.get(name))
  if (!userId || !projectId || region === undefined || region === null) return undefined
  return { userId, projectId, region }
}

/** An identity provider that people can sign in with; `url` is where the browser goes for it. */
export type WebSsoChoice = { id: string; label: string; url: string }

/** Where Keystone's form brings people back to, as Horizon has it; Keystone knows it as `trusted_dashboard`. */
export const arrivalPath = '/auth/websso/'

/** The ways to sign in that the settings offer. */
export type SignInOptions = {
  /** The domain that the form starts with. */
  defaultDomain: string
  /** Domains to choose from; empty where the person types one. */
  domains: string[]
  /** In the order of the settings; empty without single sign-on. */
  webSso: WebSsoChoice[]
  /** Whether people of Keystone's own sign in with a password. */
  passwords: boolean
  /** The choice to go to without asking, once per visit. */
  autoRedirect?: WebSsoChoice['id']
}

/** Why nobody is signed in any more, where the server knows. `updated`: an upgrade changed the session's format. */
export type SignedOutReason = 'idle' | 'updated'

/** Nobody is signed in. `demoAccounts` is there with the embedded cloud only. */
export type SignedOut = SignInOptions & {
  state: 'signed-out'
  reason?: SignedOutReason
  /** Who came back from an identity provider and has not been let in yet. */
  arrival?: { userName: string; identityProvider: string }
  demoAccounts?: DemoAccount[]
}

/** The person who is signed in. */
export type SessionUser = {
  id: string
  name: string
  domainName: string
  /** Keystone's id of the identity provider; only for federated users, whose domain says nothing. */
  identityProvider?: string
}

/** A person, the project and region that they work in, and what the cloud there can do. */
export type SignedIn = {
  state: 'signed-in'
  user: SessionUser
  project: Project
  /** Names of the person's roles in `project`, such as `member`, `reader`, `admin`. */
  roles: string[]
  /** Whether one of `roles` is an administrator's by the settings. */
  administrator: boolean
  /** All projects that the person can switch to, by name. */
  projects: Project[]
  region: string
  /** Regions of the catalog that have block storage, by name. */
  regions: string[]
  /** When the token ends, ISO 8601 in UTC. */
  expiresAt: string
  /** What each service of the region takes; null where the cloud has the service but no version document was had. */
  microversions: { volume: MicroversionRange | null; compute: MicroversionRange | null }
  /** Whether this is the embedded cloud. */
  embedded: boolean
  /** How to sign in again. */
  signIn: SignInOptions
  /** Where an instance is launched from a volume, with `{volume_id}` for the volume's id; none where this is not set. */
  launchUrl?: string
  /** Whether the cloud has a service for backups, where a setting says it. */
  backups?: boolean
}

export type Session = SignedOut | SignedIn

/** Where to work after sign-in: the project and region to go back to, where the person still has them. */
export type Destination = { projectId?: ProjectId; region?: string }

export type PasswordSignIn = {
  userName: string
  password: string
  /** Name of the user's domain. */
  domain: string
  /** The one-time code of a second factor. */
  passcode?: string
}

export type ApplicationCredentialSignIn = { applicationCredential: { id: string; secret: string } }

/** Finishes a sign-in that an identity provider has confirmed. `replaces`: the user whose session this window shows. */
export type WebSsoSignIn = { webSso: { replaces?: string } }

/** Body of `POST /api/session`. */
export type SignInRequest = Destination &
  (PasswordSignIn | ApplicationCredentialSignIn | WebSsoSignIn)

/** Body of `POST /api/session/password`, which changes an expired password. */
export type PasswordChange = { userId: string; password: string; newPassword: string }

/** Body of `PATCH /api/session`: the project or the region to go on in. */
export type SwitchRequest = Destination

/**
 * Answer of `DELETE /api/session`, where there is anything to say. `notRevoked`: Keystone did not end the token, which is
 * valid until then (ISO 8601). `goTo`: where the browser goes to sign out of the identity provider too.
 */
export type SignOutResult = { notRevoked?: { message: string; until: string }; goTo?: string }

/**
 * Why the server refused, where the page goes on differently for it.
 * - `wrong-credentials`: Keystone's one sentence for an unknown user, a wrong password, domain or passcode
 * - `passcode-needed`: the password was right, and a second factor is missing
 * - `password-expired`: it has to be changed first; `userHeader` says whose
 * - `idle`, `updated`: as in `SignedOutReason`
 * - `other-user`: somebody else is signed in in this browser
 * - `scope-closed`: the session does not have the scope that the request names, and may get it by `PATCH`
 */
export type ProblemReason =
  | 'wrong-credentials'
  | 'passcode-needed'
  | 'password-expired'
  | 'idle'
  | 'updated'
  | 'other-user'
  | 'scope-closed'

/** The response header with the `ProblemReason` of an answer of the server itself, which no cloud can forge. */
export const reasonHeader = 'mooring-reason'

/** The response header with the id of the user whose password has expired. */
export const userHeader = 'mooring-user'

/** An answer of the server itself, or of Keystone through it, that is not a success. */
export type SessionProblem = {
  error: {
    code: number
    title: string
    message: string
    requestId?: string
    reason?: ProblemReason
  }
}
