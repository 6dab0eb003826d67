import { useMemo } from 'react'

import { projectNameOf, type ProjectNames } from '#src/model/volume/volume-filter.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { useProjectNames } from '#src/parts/use-project-names.ts'
import { useScope } from '#src/queries/session.ts'

/** Projects and hosts of volumes. */
export type Owners = {
  /** The names of projects as far as they are known; undefined on the page about one project. */
  projects: ProjectNames | undefined
  /** The projects that have volumes, by name. */
  owners: readonly { id: string; name: string }[]
  /** The hosts that have volumes. */
  hosts: readonly string[]
}

const none: Owners = { projects: undefined, owners: [], hosts: [] }

/** Projects and hosts of the volumes; empty except on the page of all projects. */
export function useOwnersOf(volumes: readonly Volume[]): Owners {
  const { allProjects = false } = useScope()
  const projects = useProjectNames(allProjects)
  return useMemo(() => {
    if (!allProjects) return none
    const ids = [...new Set(volumes.flatMap(({ projectId }) => projectId ?? []))]
    return {
      projects,
      owners: ids
        .map((id) => ({ id, name: projectNameOf({ projectId: id }, projects) }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      hosts: [...new Set(volumes.flatMap(({ host }) => host ?? []))].toSorted(),
    }
  }, [allProjects, projects, volumes])
}
