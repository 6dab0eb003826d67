import { isTooLong } from '#src/model/cloud/length.ts'
import { manageCommand } from '#src/model/volume/administration-commands.ts'
import { type MetadataPair, pairProblem, pairsToRecord } from '#src/model/volume/volume-metadata.ts'
import type { ManageRequest } from '#src/openstack/volumes/volume-administration.ts'

/** How existing storage is identified to a back end: cinder/volume/driver.py, `manage_existing`. */
export const identifierTypes = ['source-name', 'source-id'] as const
export type IdentifierType = (typeof identifierTypes)[number]

/** The form as it is filled in. */
export type ManageValues = {
  identifier: string
  identifierType: IdentifierType
  host: string
  name: string
  description: string
  /** Name of the volume type; empty for the cloud's default. */
  type: string
  /** Empty for the back end's own. */
  availabilityZone: string
  bootable: boolean
  metadata: MetadataPair[]
}

/** What the form starts with. */
export const emptyManageValues: ManageValues = {
  identifier: '',
  identifierType: 'source-name',
  host: '',
  name: '',
  description: '',
  type: '',
  availabilityZone: '',
  bootable: false,
  metadata: [],
}

/** What is wrong with the form, or undefined. */
export function manageProblem(values: ManageValues): 'identifier' | 'host' | 'other' | undefined {
  if (values.identifier.trim() === '') return 'identifier'
  if (values.host === '') return 'host'
  const isLong = [values.identifier, values.name, values.description].some(isTooLong)
  const isPairWrong = values.metadata.some(
    (_pair, place) => pairProblem(values.metadata, place, 'volume') !== undefined,
  )
  return isLong || isPairWrong ? 'other' : undefined
}

/** The request that the form stands for. */
export const toManageRequest = (values: ManageValues): ManageRequest => ({
  host: values.host,
  ref: { [values.identifierType]: values.identifier.trim() },
  name: values.name.trim(),
  description: values.description.trim(),
  bootable: values.bootable,
  metadata: pairsToRecord(values.metadata),
  ...(values.type !== '' && { type: values.type }),
  ...(values.availabilityZone !== '' && { availabilityZone: values.availabilityZone }),
})

/** The command of the `openstack` client that the form stands for. */
export const manageCommandOf = (values: ManageValues): string =>
  manageCommand({
    ...values,
    identifier: values.identifier.trim(),
    name: values.name.trim(),
    description: values.description.trim(),
    metadata: pairsToRecord(values.metadata),
  })
