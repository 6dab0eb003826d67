import { expect, test } from 'vitest'

import { addressOf, readSettings } from './settings.ts'

test('without any settings the embedded cloud is served on port 3000 of this machine', () => {
  expect(readSettings({})).toMatchObject({
    embedded: true,
    authUrl: 'http://127.0.0.1:3000/cloud/identity/v3',
    interface: 'public',
    insecure: false,
    host: '127.0.0.1',
    port: 3000,
    demo: { latencyMs: 0, speed: 1, faults: false },
  })
})

test('an empty setting counts as not given', () => {
  expect(readSettings({ OS_AUTH_URL: '', PORT: ' ', MOORING_SECRET: '' })).toMatchObject({
    embedded: true,
    port: 3000,
    secret: undefined,
  })
})

test.each([
  ['https://cloud.example:5000/v3', 'https://cloud.example:5000/v3'],
  ['https://cloud.example:5000', 'https://cloud.example:5000/v3'],
  ['https://cloud.example/identity/v3/', 'https://cloud.example/identity/v3'],
])('OS_AUTH_URL may be %s', (given, used) => {
  expect(readSettings({ OS_AUTH_URL: given }).authUrl).toBe(used)
})

test('the settings of the openstack client are taken as it takes them', () => {
  const settings = readSettings({ OS_INTERFACE: 'internalURL', OS_INSECURE: 'True' })
  expect(settings).toMatchObject({ interface: 'internal', insecure: true })
})

test.each([
  ['PORT', 'eighty', 'a whole number from 0 to 65535, such as 3000'],
  ['PORT', '70000', 'a whole number from 0 to 65535, such as 3000'],
  ['OS_AUTH_URL', 'cloud.example', 'the http or https address of Keystone v3'],
  ['OS_AUTH_URL', 'https://cloud.example/v2.0', 'the http or https address of Keystone v3'],
  ['OS_AUTH_URL', 'https://me:mine@cloud.example/v3', 'the http or https address of Keystone v3'],
  ['OS_INTERFACE', 'private', 'public, internal or admin'],
  ['OS_INSECURE', 'perhaps', 'true or false'],
  ['HOST', 'two words', 'a host name or an address to listen on'],
  ['MOORING_PUBLIC_URL', 'https://a.example/panel', 'without a path'],
  ['MOORING_LAUNCH_URL', 'https://horizon.example/launch', 'with {volume_id} in its path or query'],
  ['MOORING_LAUNCH_URL', 'javascript:alert({volume_id})', 'an http or https address'],
  ['MOORING_LAUNCH_URL', 'https://{volume_id}.example/', 'in its path or query'],
  ['MOORING_LAUNCH_URL', 'https://a.example/{volume_id}/{zone}', 'an http or https address'],
  ['MOORING_LAUNCH_URL', 'https://me:mine@a.example/{volume_id}', 'an http or https address'],
  ['MOORING_DEMO_VOLUMES', '-1', 'a whole number from 0 to 1000000'],
  ['MOORING_DEMO_LATENCY_MS', '1.5', 'a whole number from 0 to 60000'],
  ['MOORING_DEMO_SPEED', '0', 'a whole number from 1 to 100'],
  ['MOORING_DEMO_SPEED', '101', 'a whole number from 1 to 100'],
  ['MOORING_BACKUPS', 'daily', 'on or off'],
  ['MOORING_DEMO_FAULTS', 'sometimes', 'on or off'],
  ['MOORING_DEMO_RELEASE', 'queens', 'oldest, sharing, zed or newest'],
])('%s=%s stops the start with one line that says what would be right', (name, value, right) => {
  const read = () => readSettings({ [name]: value })
  expect(read).toThrow(`${name} is "${value}": it must be `)
  expect(read).toThrow(right)
  expect(read).not.toThrow('\n')
})

test.each([
  'https://horizon.example/project/instances/?launch={volume_id}',
  'http://127.0.0.1/launch/{volume_id}#{volume_id}',
])('instances may be launched at %s', (address) => {
  expect(readSettings({ MOORING_LAUNCH_URL: address }).launchUrl).toBe(address)
})

const withShortSecret = () => readSettings({ MOORING_SECRET: 'hunter2' })

test('a secret that is too short is refused without being shown', () => {
  expect(withShortSecret).toThrow('MOORING_SECRET has 7 characters: it must have at least 32')
  expect(withShortSecret).not.toThrow('hunter2')
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:80'],
  ['0.0.0.0', 'http://127.0.0.1:80'],
  ['::', 'http://[::1]:80'],
  ['::1', 'http://[::1]:80'],
])('a server that listens on %s is reached at %s', (host, address) => {
  expect(addressOf(host, 80)).toBe(address)
})
