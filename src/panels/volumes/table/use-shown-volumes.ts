import { useDeferredValue, useMemo } from 'react'

import type { KnownInstances } from '#src/model/attach/holder.ts'
import {
  filterVolumes,
  isFiltering,
  type ProjectNames,
  type VolumeFilter,
} from '#src/model/volume/volume-filter.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import type { VolumesSearch } from '#src/panels/volumes/volumes-search.ts'
import { useSame } from '#src/ui/use-stable-callback.ts'

import { filterOf } from './volumes-view.ts'

/**
 * The filter from the address, the volumes that match, and whether any filter is active. The list is deferred so that typing
 * stays responsive.
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
