import type { Capabilities } from './microversion.ts'

/** The rights of whoever acts. */
export type ActorRole = {
  /** Whether their role is read-only. */
  readOnly: boolean
  /** Whether they are an administrator, whom Nova lets act on locked instances. */
  administrator: boolean
}

/** Who attaches, and whether the cloud knows shareable volumes. */
export type AttachActor = ActorRole & { cloudCanShare: boolean }

/** Who acts on volumes, and on which cloud, as far as it matters for what is possible. */
export type Actor = Capabilities &
  Pick<ActorRole, 'readOnly'> & {
    /** Whether they are on the pages about all projects, as administrators. */
    allProjects?: boolean
    /** Whether the cloud is known to have a service for backups. */
    hasBackupService?: boolean
    /** Where an instance is launched from a volume, with `{volume_id}` in it; undefined where this is not set. */
    launchUrl?: string | undefined
  }
