import { isTooLong } from '#src/model/cloud/length.ts'
import type { Snapshot } from '#src/model/snapshot/snapshot.ts'
import { isShareableType, typesFor, type VolumeType } from '#src/model/volume-type/volume-type.ts'
import { exceeds, type VolumeQuota } from '#src/model/volume/quota.ts'
import { type Image, leastSizeForImage } from '#src/model/volume/source.ts'
import { createCommand } from '#src/model/volume/volume-commands.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import type { CreateVolumeRequest } from '#src/openstack/volumes/volumes.ts'

/** What a new volume can be made from. */
export type SourceKind = 'none' | 'snapshot' | 'image' | 'volume'

/** The form as it is filled in. */
export type CreateVolumeValues = {
  name: string
  description: string
  source: SourceKind
  sourceId: string
  /** Name of the volume type; empty for the cloud's default. */
  type: string
  /** GiB, as typed. */
  size: string
  /** Empty for any. */
  availabilityZone: string
  shareable: boolean
  /** What was filled in for the person: as long as the field has it, it follows the source. */
  filled: { name: string; size: string }
}

/** What the form starts with. */
export const emptyValues: CreateVolumeValues = {
  name: '',
  description: '',
  source: 'none',
  sourceId: '',
  type: '',
  size: '1',
  availabilityZone: '',
  shareable: false,
  filled: { name: '', size: '1' },
}

/** What a volume can be made from here and now. */
export type Sources = {
  snapshots: readonly Snapshot[]
  images: readonly Image[]
  volumes: readonly Volume[]
}

/** A source as the form needs it: what it is called and what it makes of the other fields. */
export type ChosenSource = {
  id: string
  name: string
  leastGiB: number
  typeName: string | null
  /** Whether the volume made from it can be booted from. */
  bootable: boolean
}

const ofVolume = (volume: Volume): ChosenSource => ({
  id: volume.id,
  name: volume.name || volume.id,
  leastGiB: volume.sizeGiB,
  typeName: volume.typeName,
  bootable: volume.bootable,
})

/** The sources of a kind that a volume can be made from. */
export function sourcesOf(kind: SourceKind, all: Sources): ChosenSource[] {
  switch (kind) {
    case 'none':
      return []
    case 'snapshot': {
      const origins = new Map(all.volumes.map((volume) => [volume.id, volume]))
      return all.snapshots
        .filter(({ status }) => status === 'available')
        .map(({ id, name, sizeGiB, volumeId }) => {
          const origin = origins.get(volumeId)
          return {
            id,
            name: name || id,
            leastGiB: sizeGiB,
            typeName: origin?.typeName ?? null,
            bootable: origin?.bootable ?? false,
          }
        })
    }
    case 'image':
      return all.images.map((image) => ({
        id: image.id,
        name: image.name || image.id,
        leastGiB: leastSizeForImage(image),
        typeName: null,
        bootable: true,
      }))
    case 'volume':
      // cinder/volume/flows/api/create_volume.py, SRC_VOL_PROCEED_STATUS
      return all.volumes
        .filter(({ status }) => status === 'available' || status === 'in-use')
        .map(ofVolume)
  }
}

/**
 * The type that stands in the form when `shareable` is ticked or unticked: the one that is there, the default, or the first. Of types
 * that may be shareable or not, none is chosen for a shareable volume: the person has to know.
 */
export function typeAfter(
  types: readonly VolumeType[],
  shareable: boolean,
  { now, usual }: { now: string; usual: string | null },
): string {
  const fitting = typesFor(types, shareable)
    .filter((type) => !shareable || isShareableType(type))
    .map(({ name }) => name)
  if (fitting.includes(now)) return now
  if (usual !== null && fitting.includes(usual)) return usual
  return fitting.at(0) ?? ''
}

/** What choosing a source, or none, fills in, without undoing what was typed. */
export function filledFrom(
  source: ChosenSource | null,
  values: CreateVolumeValues,
  types: readonly VolumeType[],
): Partial<CreateVolumeValues> {
  const type = types.find(({ name }) => name === source?.typeName)
  const filled = { name: source?.name ?? '', size: String(source?.leastGiB ?? 1) }
  const isTooSmall = source !== null && Number(values.size) < source.leastGiB
  return {
    filled,
    ...(['', values.filled.name].includes(values.name) && { name: filled.name }),
    ...((values.size === values.filled.size || isTooSmall) && { size: filled.size }),
    ...(type && { type: type.name, shareable: isShareableType(type) }),
  }
}

/** The size as a whole number of GiB, or undefined where it is none. */
export const sizeOf = ({ size }: Pick<CreateVolumeValues, 'size'>): number | undefined =>
  /^[1-9]\d*$/.test(size.trim()) ? Number(size) : undefined

/** What is wrong with a field. */
export type FieldProblem =
  | { kind: 'nameTooLong' }
  | { kind: 'size' }
  | { kind: 'sizeLeast'; least: number }
  | { kind: 'overGibibytes'; free: number }
  | { kind: 'overVolumes' }
  | { kind: 'chooseSource' }
  | { kind: 'chooseType' }

/** What is wrong with the form, field by field; empty when it can be sent. */
export function problemsIn(
  values: CreateVolumeValues,
  { source, quota }: { source: ChosenSource | undefined; quota: VolumeQuota | undefined },
): Partial<Record<keyof CreateVolumeValues, FieldProblem>> {
  const size = sizeOf(values)
  const sizeProblem = (): FieldProblem | undefined => {
    if (size === undefined) return { kind: 'size' }
    if (source && size < source.leastGiB) return { kind: 'sizeLeast', least: source.leastGiB }
    if (quota && exceeds(quota.gibibytes, size))
      return { kind: 'overGibibytes', free: quota.gibibytes.limit - quota.gibibytes.used }
    if (quota && exceeds(quota.volumes, 1)) return { kind: 'overVolumes' }
    return undefined
  }
  const wrongSize = sizeProblem()
  return {
    ...(isTooLong(values.name.trim()) && { name: { kind: 'nameTooLong' } }),
    ...(isTooLong(values.description.trim()) && { description: { kind: 'nameTooLong' } }),
    ...(values.source !== 'none' && !source && { sourceId: { kind: 'chooseSource' } }),
    ...(values.shareable && values.type === '' && { type: { kind: 'chooseType' } }),
    ...(wrongSize && { size: wrongSize }),
  }
}

const sourceFields = {
  none: () => ({}),
  snapshot: (id: string) => ({ snapshotId: id }),
  image: (id: string) => ({ imageId: id }),
  volume: (id: string) => ({ sourceVolumeId: id }),
} as const satisfies Record<SourceKind, (id: string) => Partial<CreateVolumeRequest>>

/** The request that the form stands for. Its size has to be right. */
export const toRequest = (values: CreateVolumeValues): CreateVolumeRequest => ({
  name: values.name.trim(),
  description: values.description.trim(),
  sizeGiB: sizeOf(values) ?? 0,
  ...(values.type !== '' && { type: values.type }),
  ...(values.availabilityZone !== '' && { availabilityZone: values.availabilityZone }),
  ...sourceFields[values.source](values.sourceId),
})

/** The command of the `openstack` client that the form stands for. */
export function commandOf(values: CreateVolumeValues): string {
  const request = toRequest(values)
  return createCommand({
    name: request.name,
    description: request.description,
    sizeGiB: request.sizeGiB,
    type: request.type,
    availabilityZone: request.availabilityZone,
    image: request.imageId,
    snapshot: request.snapshotId,
    source: request.sourceVolumeId,
  })
}
