import { expect, test } from 'vitest'

import { isShareableType, typesFor, type VolumeType } from './volume-type.ts'

const type = (name: string, extraSpecs: Record<string, string> = {}): VolumeType => ({
  id: name,
  name,
  description: '',
  isPublic: true,
  extraSpecs,
  tellsSpecs: true,
  encrypted: null,
})
const shares = { multiattach: '<is> True' }

test('types stand by name, whatever the order in which the cloud lists them', () => {
  const types = [
    type('standard'),
    type('multiattach-nowhere', shares),
    type('fast'),
    type('multiattach', shares),
  ]
  const names = (shareable: boolean) => typesFor(types, shareable).map(({ name }) => name)
  expect(names(true)).toEqual(['multiattach', 'multiattach-nowhere'])
  expect(names(false)).toEqual(['fast', 'standard'])
})

test('a type that is shareable and encrypted makes no volume', () => {
  expect(typesFor([{ ...type('both', shares), encrypted: true }], true)).toEqual([])
})

test.each(['<is> true', 'True', '<is>  True', '<is> False', ''])(
  'a type whose multiattach says %j makes no shareable volumes',
  (multiattach) => {
    expect(isShareableType(type('odd', { multiattach }))).toBe(false)
  },
)
