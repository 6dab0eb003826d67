import fc from 'fast-check'
import { expect, test } from 'vitest'

import { openstackCommand, operands, option, shellWord } from './openstack-command.ts'

test('plain words stand as they are, others in quotes that a shell undoes', () => {
  expect(openstackCommand('volume set', ...option('name', "Bob's disk"), 'c0ffee-1')).toBe(
    String.raw`openstack volume set --name 'Bob'\''s disk' c0ffee-1`,
  )
})

test('what is not given is left out', () => {
  expect(
    openstackCommand('volume create', ...option('size', 3), ...option('type', ''), undefined),
  ).toBe('openstack volume create --size 3')
})

test('what begins with a dash is neither taken for an option nor for the end of them', () => {
  expect(openstackCommand('volume set', ...option('name', '--help'), ...operands('-1'))).toBe(
    'openstack volume set --name=--help -- -1',
  )
  expect(openstackCommand('volume create', ...operands('--'))).toBe('openstack volume create -- --')
  expect(openstackCommand('volume create', ...operands(''))).toBe("openstack volume create ''")
  expect(openstackCommand('volume create', ...operands(undefined))).toBe('openstack volume create')
})

test('a word of some shells that would be a command is quoted', () => {
  expect(shellWord('=ls')).toBe("'=ls'")
  expect(shellWord('a=b')).toBe('a=b')
})

/** What a POSIX shell makes of words that are plain, quoted, or quotes behind a backslash. */
function wordsOf(line: string): string[] {
  const words: string[] = []
  const word = /(?:'[^']*'|\\'|[\w@%+=:,./-])+/g
  for (const [text] of line.matchAll(word))
    words.push(
      text.replaceAll(
        /'([^']*)'|\\(')/g,
        (_all, quoted?: string, escaped?: string) => quoted ?? escaped ?? '',
      ),
    )
  return words
}

test('a shell reads the very words again, whatever is in them', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '-', '=', ' ', '\n', '~', '*'),
    }),
  )
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1 }), (texts) => {
      expect(wordsOf(texts.map(shellWord).join(' '))).toEqual(texts)
    }),
  )
})
