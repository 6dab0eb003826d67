import type { TypeEncryption } from '#src/model/volume-type/type-facts.ts'
import type { EncryptionRequest } from '#src/openstack/volume-types/type-encryption.ts'

/** The fields of an encryption, as they are being typed. */
export type EncryptionValues = {
  provider: string
  controlLocation: string
  cipher: string
  keySize: string
}

/** What is offered for a new one: doc/source/configuration/block-storage/volume-encryption.rst of Cinder. */
const usual: EncryptionValues = {
  provider: 'luks',
  controlLocation: 'front-end',
  cipher: 'aes-xts-plain64',
  keySize: '256',
}

/** The form's fields at first. */
export const encryptionValues = (encryption: TypeEncryption | null | undefined): EncryptionValues =>
  encryption ? { ...encryption, keySize: encryption.keySize?.toString() ?? '' } : usual

/** What is wrong with what was typed, by field. */
export function encryptionProblems({
  provider,
  keySize,
}: EncryptionValues): Partial<Record<'provider' | 'keySize', 'provider-missing' | 'key-size'>> {
  return {
    ...(provider.trim() === '' && { provider: 'provider-missing' }),
    ...(!/^(?:[1-9]\d{0,5})?$/.test(keySize.trim()) && { keySize: 'key-size' }),
  }
}

/** What the form asks for. */
export const toEncryption = (values: EncryptionValues): EncryptionRequest => ({
  provider: values.provider.trim(),
  controlLocation: values.controlLocation,
  cipher: values.cipher.trim(),
  keySize: values.keySize.trim() === '' ? null : Number(values.keySize),
})
