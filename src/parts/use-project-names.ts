import { useQuery } from '@tanstack/react-query'

import { isAdministrator } from '#src/model/cloud/role.ts'
import type { ProjectNames } from '#src/model/volume/volume-filter.ts'
import { projectNamesQuery } from '#src/queries/services/projects.ts'
import { useScope } from '#src/queries/session.ts'

const none: ProjectNames = new Map()

/** The names of all projects, as far as they are known; `wanted` says whether they are needed. Only administrators can list them. */
export function useProjectNames(wanted: boolean): ProjectNames {
  const scope = useScope()
  const { data } = useQuery({
    ...projectNamesQuery(scope),
    enabled: wanted && isAdministrator(scope),
  })
  return data ?? none
}
