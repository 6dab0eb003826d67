import type { KnownInstances } from '#src/model/attach/holder.ts'
import type { ProjectId } from '#src/model/cloud/session.ts'
import { instanceName } from '#src/model/instance/instance.ts'
import { folded } from '#src/model/search-text.ts'

import { type InstanceId, isShared, type Volume } from './volume.ts'

/** Which volumes a table shows; what is left out does not matter. */
export type VolumeFilter = {
  /** Found in name, id, description, type, the name of the project, or of an instance that holds the volume. */
  text?: string | undefined
  status?: string | undefined
  /** Id of the group that the volume belongs to. */
  group?: string | undefined
  shareable?: boolean | undefined
  /** Held by more than one. */
  shared?: boolean | undefined
  /** Found in the name or id of an instance that holds the volume. */
  instance?: string | undefined
  /** Id of the project. */
  project?: string | undefined
  /** Back end's host and pool. */
  host?: string | undefined
}

/** Whether any choice is made. */
export const isFiltering = (filter: VolumeFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined && value !== '')

/** Whether a volume is held by an instance whose name has `wanted` in it, or whose id begins with it. */
function heldBy(wanted: string, instances: KnownInstances): (volume: Volume) => boolean {
  // The names are gone through once, since there are far more attachments than instances.
  const named = new Set<InstanceId>()
  if (typeof instances !== 'string')
    for (const instance of instances.values())
      if (folded(instanceName(instance)).includes(wanted)) named.add(instance.id)
  return ({ attachments }) =>
    attachments.some(
      ({ instanceId }) =>
        instanceId !== null && (named.has(instanceId) || instanceId.startsWith(wanted)),
    )
}

/** The names of projects, as far as they are known. */
export type ProjectNames = ReadonlyMap<ProjectId, string>

const noNames: ProjectNames = new Map()

/** The name of the project that a volume belongs to, or its id where no name is known. */
export const projectNameOf = (
  { projectId }: Pick<Volume, 'projectId'>,
  names: ProjectNames = noNames,
): string => (projectId === null ? '' : (names.get(projectId) ?? projectId))

const says = (volume: Volume, wanted: string, projects: ProjectNames) =>
  folded(volume.name).includes(wanted) ||
  volume.id.startsWith(wanted) ||
  folded(volume.description).includes(wanted) ||
  folded(volume.typeName ?? '').includes(wanted) ||
  folded(projects.get(volume.projectId ?? '') ?? '').includes(wanted)

/** The volumes that the filter lets through, in their order; with `projects` they are found by the name of their project too. */
export function filterVolumes(
  volumes: readonly Volume[],
  filter: VolumeFilter,
  instances: KnownInstances,
  projects: ProjectNames = noNames,
): readonly Volume[] {
  if (!isFiltering(filter)) return volumes
  const text = folded(filter.text ?? '')
  const holder = folded(filter.instance ?? '')
  const isHeldByText = heldBy(text, instances)
  const isHeldByHolder = heldBy(holder, instances)
  return volumes.filter(
    (volume) =>
      (filter.status === undefined || volume.status === filter.status) &&
      (filter.group === undefined || volume.groupId === filter.group) &&
      (filter.project === undefined || volume.projectId === filter.project) &&
      (filter.host === undefined || volume.host === filter.host) &&
      (filter.shareable === undefined || volume.shareable === filter.shareable) &&
      (filter.shared === undefined || isShared(volume) === filter.shared) &&
      (holder === '' || isHeldByHolder(volume)) &&
      (text === '' || says(volume, text, projects) || isHeldByText(volume)),
  )
}
