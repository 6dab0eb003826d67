/**
 * The shape of a session: what the page and the server must agree on, and nothing else that they share.
 * The Keystone token is not in it: the page never holds one.
 */

/** Keystone's id of a project. */
export type ProjectId = string

/** The four services that the server forwards to, by the name in `/api/<service>/`. */
export type ServiceName = 'identity' | 'volume' | 'compute' | 'image'

/** A microversion of Cinder or Nova, such as 3.70. */
export type Microversion = { major: number; minor: number }

/** The microversions that a service takes, from its version document. */
export type MicroversionRange = { min: Microversion; max: Microversion }

/** A project that the person has a role in. */
export type Project = { id: ProjectId; name: string; domainName: string }

/** A person of the embedded cloud, as offered on the sign-in page. */
export type DemoAccount = {
  userName: string
  password: string
  domain: string
  description: string
}

/** Nobody is signed in. `demoAccounts` is there with the embedded cloud only. */
export type SignedOut = {
  state: 'signed-out'
  /** The domain that the form offers first. */
  defaultDomain: string
  demoAccounts?: DemoAccount[]
}

/** A person, the project and region that they work in, and what the cloud there can do. */
export type SignedIn = {
  state: 'signed-in'
  user: { id: string; name: string; domainName: string }
  project: Project
  /** Names of the person's roles in `project`, such as `member`, `reader`, `admin`. */
  roles: string[]
  /** All projects that the person has a role in, by name. */
  projects: Project[]
  region: string
  /** Regions of the catalog, by name. */
  regions: string[]
  /** When the token ends, ISO 8601 in UTC. */
  expiresAt: string
  /** What each service of the region takes; null where the cloud has the service but no version document was had. */
  microversions: { volume: MicroversionRange | null; compute: MicroversionRange | null }
  /** Whether this is the embedded cloud. */
  embedded: boolean
  /** Where an instance is launched from a volume, with `{volume_id}` for the volume's id; none where this is not set. */
  launchUrl?: string
  /** Whether the cloud has a service for backups, where a setting says it. */
  backups?: boolean
}

export type Session = SignedOut | SignedIn

/** Body of `POST /api/session`. */
export type SignInRequest = {
  userName: string
  password: string
  /** Name of the user's domain. */
  domain: string
  /** The project to go back to, where the person still has it; else their default, else the first by name. */
  projectId?: ProjectId
  region?: string
}

/** Body of `PATCH /api/session`: the project or the region to go on in. */
export type SwitchRequest = { projectId?: ProjectId; region?: string }

/** An answer of the server itself, or of Keystone through it, that is not a success. */
export type SessionProblem = {
  error: { code: number; title: string; message: string; requestId?: string }
}
