import { expect, test } from 'vitest'

import { openstackCommand, option } from './openstack-command.ts'

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
