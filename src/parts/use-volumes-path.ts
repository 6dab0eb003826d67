import { useScope } from '#src/queries/session.ts'

/** Where the pages about volumes are: of the session's project, or of all projects. */
export type VolumesPath = '/project/volumes' | '/admin/volumes'

/** Where links about volumes lead from what is drawn here: pages about all projects stay among themselves. */
export const useVolumesPath = (): VolumesPath =>
  useScope().allProjects === true ? '/admin/volumes' : '/project/volumes'
