import { useDeferredValue, useMemo } from 'react'

import type { KnownInstances } from '#src/model/holder.ts'
import { filterVolumes, isFiltering, type ProjectNames } from '#src/model/volume-filter.ts'
import type { Volume } from '#src/model/volume.ts'
import { useSame } from '#src/ui/steady.ts'

import type { VolumesSearch } from './volumes-search.ts'
import { filterOf } from './volumes-view.ts'

const none: readonly Volume[] = []

/** The volumes that the address asks for, and whether it asks for some only. What is typed is seen at once, and they follow. */
export function useShownVolumes(
  volumes: readonly Volume[],
  search: VolumesSearch,
  instances: KnownInstances,
  projects: ProjectNames | undefined,
): { shown: readonly Volume[]; filtering: boolean } {
  const filter = useDeferredValue(useSame(filterOf(search)))
  const shown = useMemo(
    () => filterVolumes(volumes, filter, instances, projects),
    [volumes, filter, instances, projects],
  )
  return { shown, filtering: isFiltering(filter) }
}

/** Those of the volumes that are selected. */
export const useChosen = (volumes: readonly Volume[], selected: ReadonlySet<string>) =>
  useMemo(
    () => (selected.size === 0 ? none : volumes.filter(({ id }) => selected.has(id))),
    [volumes, selected],
  )
