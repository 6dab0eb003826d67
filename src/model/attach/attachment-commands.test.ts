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

const pair = ['a', 'b'].map((instanceId) => ({ volumeId: 'v-1', instanceId }))
const wait =
  'until [ "$(openstack volume show -f value -c status v-1)" = in-use ]; do sleep 1; done'

test('between two attachments of one volume stands a wait, since Cinder refuses the second until then', () => {
  const volume = { id: 'v-1', shareable: true }
  const add = 'openstack --os-compute-api-version 2.60 server add volume'
  expect(attachCommand(pair.map(({ instanceId }) => ({ volume, instanceId }))).split('\n')).toEqual(
    [`${add} a v-1`, wait, `${add} b v-1`],
  )
  expect(detachCommand(pair).split('\n')).toEqual([
    'openstack server remove volume a v-1',
    wait,
    'openstack server remove volume b v-1',
  ])
})
