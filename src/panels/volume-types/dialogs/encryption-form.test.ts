import { expect, test } from 'vitest'

import { encryptionProblems, encryptionValues, toEncryption } from './encryption-form.ts'

const luks = {
  id: 'e',
  provider: 'luks',
  controlLocation: 'back-end',
  cipher: '',
  keySize: null,
}

test('a new encryption is offered as most clouds have it, one that there is as it is', () => {
  expect(toEncryption(encryptionValues(null))).toEqual({
    provider: 'luks',
    controlLocation: 'front-end',
    cipher: 'aes-xts-plain64',
    keySize: 256,
  })
  expect(toEncryption(encryptionValues(luks))).toMatchObject({ cipher: '', keySize: null })
})

const problems = (part: object) => encryptionProblems({ ...encryptionValues(null), ...part })

test('it needs a provider, and a key size that is a number of bits or none', () => {
  expect(problems({})).toEqual({})
  expect(problems({ provider: ' ', keySize: '' })).toEqual({ provider: 'provider-missing' })
  for (const keySize of ['0', '-1', '1.5', 'many', '12345678'])
    expect(problems({ keySize })).toEqual({ keySize: 'key-size' })
})
