import { openstackCommand, operands, option } from '#src/model/cloud/openstack-command.ts'
import type { MetadataChange } from '#src/model/volume/volume-metadata.ts'

import type { AccessChange, TypeChange, TypeValues } from './type-change.ts'
import type { TypeEncryption } from './type-facts.ts'
import { shareableExtraSpec, type VolumeType } from './volume-type.ts'

type Named = Pick<VolumeType, 'id'>

const propertiesOf = (specs: Readonly<Record<string, string>>) =>
  Object.entries(specs).flatMap(([key, value]) => option('property', `${key}=${value}`))

/** Several commands, a line each; undefined where there is none. */
const lines = (...commands: (string | undefined)[]): string | undefined =>
  commands.filter((one) => one !== undefined).join('\n') || undefined

/** `volume type set` with the options, if there are any. */
const set = (type: string, options: readonly string[]) =>
  options.length === 0
    ? undefined
    : openstackCommand('volume type set', ...options, ...operands(type))
const unset = (type: string, options: readonly string[]) =>
  options.length === 0 ? undefined : openstackCommand('volume type unset', ...options, type)

/** Makes a type. The client opens it to one project at a time. */
export function createTypeCommand(values: TypeValues): string | undefined {
  const name = values.name.trim()
  const [first, ...others] = values.isPublic ? [] : values.projects
  return lines(
    openstackCommand(
      'volume type create',
      ...option('description', values.description),
      values.isPublic ? '--public' : '--private',
      ...(values.shareable ? propertiesOf(shareableExtraSpec) : []),
      ...option('project', first),
      ...operands(name),
    ),
    ...others.map((project) => set(name, option('project', project))),
  )
}

/** Opens a private type to projects and closes it to others; undefined where nothing changes. */
export const accessCommand = ({ id }: Named, { grant, revoke }: AccessChange): string | undefined =>
  lines(
    ...grant.map((project) => set(id, option('project', project))),
    ...revoke.map((project) => unset(id, option('project', project))),
  )

/**
 * Changes a type; undefined where nothing changes, and where the client can't: it has no option for what becomes public or private,
 * and takes an empty description for none at all.
 */
export function editTypeCommand(
  type: Named,
  { name, description, isPublic, shareable }: TypeChange,
  access: AccessChange,
): string | undefined {
  if (isPublic !== undefined || description === '') return undefined
  return lines(
    set(type.id, [
      ...option('name', name),
      ...option('description', description),
      ...(shareable ? propertiesOf(shareableExtraSpec) : []),
    ]),
    unset(type.id, shareable === false ? option('property', 'multiattach') : []),
    accessCommand(type, access),
  )
}

/** Changes a type's extra specs; undefined where nothing changes. */
export const specsCommand = ({ id }: Named, change: MetadataChange): string | undefined =>
  lines(
    unset(
      id,
      change.unset.flatMap((key) => option('property', key)),
    ),
    set(id, propertiesOf(change.set)),
  )

/** Encrypts a type, or changes how it is; undefined where the client may not: it can't take a cipher or a key size away. */
export const encryptionCommand = (
  { id, encrypted }: Pick<VolumeType, 'id' | 'encrypted'>,
  { provider, cipher, keySize, controlLocation }: Omit<TypeEncryption, 'id'>,
): string | undefined =>
  encrypted === true && (cipher === '' || keySize === null)
    ? undefined
    : openstackCommand(
        'volume type set',
        ...option('encryption-provider', provider),
        ...option('encryption-cipher', cipher),
        ...option('encryption-key-size', keySize ?? undefined),
        ...option('encryption-control-location', controlLocation),
        id,
      )

/** Removes a type's encryption. */
export const removeEncryptionCommand = ({ id }: Named): string =>
  openstackCommand('volume type unset', '--encryption-type', id)

/** Deletes types. */
export const deleteTypesCommand = (types: readonly Named[]): string =>
  openstackCommand('volume type delete', ...types.map(({ id }) => id))
