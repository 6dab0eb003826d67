import { folded } from '#src/model/search-text.ts'
import { nameOf, type Volume } from '#src/model/volume/volume.ts'

import { type Instance, instanceName } from './instance.ts'

/** An instance with the volumes that it holds. */
export type InstanceWithVolumes = { instance: Instance; volumes: readonly Volume[] }

/** Which instances a table shows; what is left out does not matter. */
export type InstanceFilter = {
  /** Found in name, id, host, zone, or the name of a volume that the instance holds. */
  text?: string | undefined
  status?: string | undefined
  /** Found in the name or id of a volume that the instance holds. */
  volume?: string | undefined
  /** Holds a volume that others hold as well. */
  sharing?: boolean | undefined
}

/** Whether any choice is made. */
export const isFilteringInstances = (filter: InstanceFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined && value !== '')

const holds = ({ volumes }: InstanceWithVolumes, wanted: string) =>
  volumes.some((volume) => folded(nameOf(volume)).includes(wanted) || volume.id.startsWith(wanted))

const says = ({ instance }: InstanceWithVolumes, wanted: string) =>
  folded(instanceName(instance)).includes(wanted) ||
  instance.id.startsWith(wanted) ||
  folded(instance.host ?? '').includes(wanted) ||
  folded(instance.availabilityZone ?? '').includes(wanted)

const sharesOne = ({ volumes }: InstanceWithVolumes) =>
  volumes.some(({ attachments }) => attachments.length > 1)

/** The instances that the filter lets through, in their order. */
export function filterInstances(
  rows: readonly InstanceWithVolumes[],
  filter: InstanceFilter,
): readonly InstanceWithVolumes[] {
  if (!isFilteringInstances(filter)) return rows
  const text = folded(filter.text ?? '')
  const held = folded(filter.volume ?? '')
  return rows.filter(
    (row) =>
      (filter.status === undefined || row.instance.status === filter.status) &&
      (filter.sharing === undefined || sharesOne(row) === filter.sharing) &&
      (held === '' || holds(row, held)) &&
      (text === '' || says(row, text) || holds(row, text)),
  )
}
