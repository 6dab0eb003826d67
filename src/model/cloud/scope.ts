import type { SignedIn, WindowScope } from './session.ts'

/**
 * Where the user works: a session, on the pages of its project or, for administrators, on those of all projects. Queries,
 * mutations and caches are keyed by it.
 */
export type Scope = SignedIn & {
  /** Whether lists cover all projects; the cloud gives those to administrators only. */
  allProjects?: boolean
}

/** What a call to the cloud needs of a scope. */
export type CloudScope = Pick<
  Scope,
  'user' | 'project' | 'region' | 'microversions' | 'allProjects'
>

/** The part of a scope that each request names, so that it can't act anywhere else. */
export const windowScopeOf = ({ user, project, region }: CloudScope): WindowScope => ({
  userId: user.id,
  projectId: project.id,
  region,
})

/** Whether both are the same user, project and region. */
export const isSameScope = (a: WindowScope, b: WindowScope): boolean =>
  a.userId === b.userId && a.projectId === b.projectId && a.region === b.region

/** The scope with and without `allProjects`: caches of both have to be updated. */
export const bothScopes = (scope: Scope): Scope[] =>
  [false, true].map((allProjects) => ({ ...scope, allProjects }))
