import type { Identity } from '#mocks/cloud/identity/identity.ts'
import type { Project } from '#mocks/cloud/identity/people.ts'

/** A person who can sign in, as the sign-in page offers them. */
export type DemoAccount = {
  userName: string
  password: string
  domain: string
  description: string
}

export const password = 'mooring'

export const demoAccounts: DemoAccount[] = [
  {
    userName: 'demo',
    password,
    domain: 'Default',
    description: 'Member of the projects demo and research',
  },
  { userName: 'reader', password, domain: 'Default', description: 'Reader in the project demo' },
  {
    userName: 'admin',
    password,
    domain: 'Default',
    description: 'Administrator, in the projects admin and demo',
  },
]

export type Projects = { demo: Project; research: Project; admin: Project }

/** The people and their projects. */
export function plantAccounts(identity: Identity): Projects {
  const demo = identity.addProject('demo', 'Databases and the cluster file system')
  const research = identity.addProject('research', 'Number crunching')
  const admin = identity.addProject('admin', 'Bootstrap project for initializing the cloud.')
  identity.addUser('demo', password, [
    [demo, 'member'],
    [research, 'member'],
  ])
  identity.addUser('reader', password, [[demo, 'reader']])
  identity.addUser(
    'admin',
    password,
    [
      [admin, 'admin'],
      [demo, 'admin'],
    ],
    { systemRole: 'admin' },
  )
  return { demo, research, admin }
}
