import { useDeferredValue, useMemo } from 'react'

import type { KnownInstances } from '#src/model/holder.ts'
import {
  filterVolumes,
  isFiltering,
  type ProjectNames,
  type VolumeFilter,
} from '#src/model/volume-filter.ts'
import type { Volume } from '#src/model/volume.ts'
import { useSame } from '#src/ui/steady.ts'

import type { VolumesSearch } from './volumes-search.ts'
import { filterOf } from './volumes-view.ts'

const none: readonly Volume[] = []

/**
 * What the address asks for, the volumes that are shown for it, and whether these are some only. What is typed is seen at once, and they
 * follow.
 */
export function useShownVolumes(
  volumes: readonly Volume[],
  search: VolumesSearch,
  instances: KnownInstances,
  projects: ProjectNames | undefined,
): { wanted: VolumeFilter; shown: readonly Volume[]; filtering: boolean } {
  const wanted = useSame(filterOf(search))
  const filter = useDeferredValue(wanted)
  const shown = useMemo(
    () => filterVolumes(volumes, filter, instances, projects),
    [volumes, filter, instances, projects],
  )
  return { wanted, shown, filtering: isFiltering(filter) }
}

/** Those of the volumes that are selected. */
export const useChosen = (volumes: readonly Volume[], selected: ReadonlySet<string>) =>
  useMemo(
    () => (selected.size === 0 ? none : volumes.filter(({ id }) => selected.has(id))),
    [volumes, selected],
  )
