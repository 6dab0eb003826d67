import { expect, test } from 'vitest'

import {
  isShareableType,
  sharingOf,
  typesFor,
  type VolumeType,
  withShownSharing,
} from './volume-type.ts'

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

const hidden = (name: string): VolumeType => ({ ...type(name), tellsSpecs: false })

test('a type whose extra specs are hidden may be shareable or not, which is not "not shareable"', () => {
  expect(sharingOf(type('fast'))).toBe('not-shareable')
  expect(sharingOf(type('multiattach', shares))).toBe('shareable')
  expect(sharingOf(hidden('multiattach'))).toBe('not-told')
  const names = (shareable: boolean) =>
    typesFor([hidden('b'), hidden('a')], shareable).map(({ name }) => name)
  expect(names(true)).toEqual(['a', 'b'])
  expect(names(false)).toEqual(['a', 'b'])
})

test('the type of a shareable volume is known to be shareable, also where extra specs are hidden', () => {
  const types = withShownSharing(
    [hidden('multiattach'), hidden('standard')],
    [
      { typeName: 'multiattach', shareable: true },
      { typeName: 'standard', shareable: false },
    ],
  )
  expect(types.map(sharingOf)).toEqual(['shareable', 'not-told'])
  expect(typesFor(types, false).map(({ name }) => name)).toEqual(['standard'])
})

test('what the cloud tells itself is left as it is', () => {
  const types = [type('standard')]
  expect(withShownSharing(types, [{ typeName: 'standard', shareable: true }])).toBe(types)
})
