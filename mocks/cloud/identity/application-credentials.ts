import type { Project, User } from './people.ts'
import type { RoleName } from './policies.ts'

/** What lets a program sign in as a person, in one project. */
export type ApplicationCredential = {
  id: string
  name: string
  description: string | null
  user: User
  project: Project | null
  /** With those that they imply. */
  roles: readonly RoleName[]
  secret: string
  /** Whether it may make and delete other ones; null where nobody said. */
  unrestricted: boolean | null
  /** ms since the epoch; null: never. */
  expiresAt: number | null
}

/** The application credentials of all people. */
export class ApplicationCredentials {
  private readonly byId = new Map<string, ApplicationCredential>()

  add(credential: ApplicationCredential) {
    this.byId.set(credential.id, credential)
  }

  find(id: string): ApplicationCredential | undefined {
    return this.byId.get(id)
  }

  of(user: User): ApplicationCredential[] {
    return [...this.byId.values()].filter((credential) => credential.user === user)
  }

  remove({ id }: ApplicationCredential) {
    this.byId.delete(id)
  }
}
