import type { VolumeFilter, VolumeOrder } from '#src/model/volume-filter.ts'
import { volumeOrders } from '#src/model/volume-filter.ts'
import { hiddenIn, widthsIn, widthsInText } from '#src/parts/table-address.ts'

import type { VolumesSearch } from './volumes-search.ts'

/** How the table is ordered. */
export type Sorting = { by: VolumeOrder; descending: boolean }

const isOrder = (text: string): text is VolumeOrder => text in volumeOrders

/** The order that an address such as `sort=-size` asks for; undefined for the cloud's own. */
export function sortingOf({ sort }: VolumesSearch): Sorting | undefined {
  if (sort === undefined) return undefined
  const descending = sort.startsWith('-')
  const by = descending ? sort.slice(1) : sort
  return isOrder(by) ? { by, descending } : undefined
}

/** How an order stands in the address. */
export const sortText = (sorting: Sorting | undefined): string | undefined =>
  sorting && `${sorting.descending ? '-' : ''}${sorting.by}`

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

/** The columns that are hidden where the address does not say: few volumes are in a group, and the others need the room. */
const hiddenAtFirst: readonly string[] = ['group']
/** Of all projects there are two columns more. */
const hiddenAtFirstOfAll: readonly string[] = ['availabilityZone', 'bootable', 'encrypted', 'group']

const usuallyHidden = (allProjects: boolean) => (allProjects ? hiddenAtFirstOfAll : hiddenAtFirst)

/** The columns that an address hides. */
export const hiddenOf = ({ hide }: VolumesSearch, allProjects = false): readonly string[] =>
  hide === undefined ? usuallyHidden(allProjects) : hiddenIn(hide)

/** How hidden columns stand in the address. */
export const hideText = (hidden: readonly string[], allProjects = false): string | undefined =>
  hidden.toSorted().join(',') === usuallyHidden(allProjects).join(',')
    ? undefined
    : hidden.join(',')

/** The widths of columns, in px, that an address asks for. */
export const widthsOf = ({ widths }: VolumesSearch): Record<string, number> => widthsIn(widths)

/** How widths of columns stand in the address. */
export const widthsText = widthsInText
