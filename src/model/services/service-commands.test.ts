import { expect, test } from 'vitest'

import { disableServiceCommand, enableServiceCommand } from './service-commands.ts'

const service = { host: 'vm@shared', binary: 'cinder-volume' }

test('a service is taken out of use with its reason, and into use again', () => {
  expect(disableServiceCommand(service, 'new disks')).toBe(
    "openstack volume service set --disable --disable-reason 'new disks' vm@shared cinder-volume",
  )
  expect(disableServiceCommand(service, '')).toBe(
    'openstack volume service set --disable vm@shared cinder-volume',
  )
  expect(enableServiceCommand(service)).toBe(
    'openstack volume service set --enable vm@shared cinder-volume',
  )
})
