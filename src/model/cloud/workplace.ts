import type { Scope, SignedIn } from './session.ts'

/** Whether lists are of all projects; the cloud gives those to administrators only. */
type Breadth = { allProjects?: boolean }

/** Where one works: a session, on a page about its project or, for administrators, about all projects at once. */
export type Workplace = SignedIn & Breadth

/** The user, project and region that calls are made for, and the microversions of the cloud there. */
export type CloudScope = Pick<SignedIn, 'user' | 'project' | 'region' | 'microversions'>

/** A scope, and whether lists are of all projects. */
export type Reach = CloudScope & Breadth

/** The part of a scope that each request names. */
export const scopeOf = ({ user, project, region }: CloudScope): Scope => ({
  userId: user.id,
  projectId: project.id,
  region,
})

/** Whether both are the same user, project and region. */
export const isSameScope = (a: Scope, b: Scope): boolean =>
  a.userId === b.userId && a.projectId === b.projectId && a.region === b.region

/** The same place on the pages about its project, and on those about all projects. */
export const bothBreadths = (session: Workplace): Workplace[] =>
  [false, true].map((allProjects) => ({ ...session, allProjects }))
