import { expect, test } from 'vitest'

import { attachCommand, detachCommand } from './attachment-commands.ts'

test('a line attaches one volume; a shareable one asks for the microversion that it takes', () => {
  expect(
    attachCommand([
      { volume: { id: 'v-1', shareable: false }, instanceId: 'i', device: '/dev/vdc' },
      { volume: { id: 'v-2', shareable: true }, instanceId: 'i' },
    ]),
  ).toBe(
    'openstack server add volume --device /dev/vdc i v-1\n' +
      'openstack --os-compute-api-version 2.60 server add volume i v-2',
  )
})

test('a line detaches one volume', () => {
  expect(detachCommand([{ volumeId: 'v-1', instanceId: 'i' }])).toBe(
    'openstack server remove volume i v-1',
  )
})
