import type { Capabilities } from './microversion.ts'
import type { SignedIn } from './session.ts'

/** Whether lists are of all projects; the cloud gives those to administrators only. */
type Breadth = { allProjects?: boolean }

/** Where one works: a session, on a page about its project or, for administrators, about all projects at once. */
export type Workplace = SignedIn & Breadth

/** What the cloud can do, and whose things its lists are to hold. */
export type Reach = Capabilities & Breadth

/** The same place on the pages about its project, and on those about all projects. */
export const bothBreadths = (session: Workplace): Workplace[] =>
  [false, true].map((allProjects) => ({ ...session, allProjects }))
