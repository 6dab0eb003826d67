import type { VolumeFilter } from '#src/model/volume/volume-filter.ts'
import type { VolumesSearch } from '#src/panels/volumes/volumes-search.ts'

/** The choice of volumes that an address asks for. */
export const filterOf = (search: VolumesSearch): VolumeFilter => ({
  text: search.q,
  status: search.status,
  group: search.group,
  shareable: search.shareable,
  shared: search.shared,
  instance: search.instance,
  project: search.project,
  host: search.host,
})

/** Few volumes are in a group, and the other columns need the room. */
const hiddenAtFirst: readonly string[] = ['group']
/** The table of all projects has two columns more. */
const hiddenAtFirstOfAll: readonly string[] = ['availabilityZone', 'bootable', 'encrypted', 'group']

/** The columns that are hidden where the address says nothing. */
export const usuallyHidden = (allProjects: boolean): readonly string[] =>
  allProjects ? hiddenAtFirstOfAll : hiddenAtFirst
