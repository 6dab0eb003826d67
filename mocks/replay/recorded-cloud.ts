import type { Cloud, Region } from '#mocks/cloud/cloud.ts'
import { fixedHex, fixedUuid } from '#mocks/cloud/ids.ts'
import { days, minutes, Planter } from '#mocks/seeds/planter.ts'

const two = (number: number) => String(number).padStart(2, '0')

const shareable = { multiattach: '<is> True' }

/** Volume types, oldest first. */
const types: { name: string; specs: Record<string, string>; description?: string }[] = [
  { name: '__DEFAULT__', specs: {}, description: 'Default Volume Type' },
  { name: 'multiattach', specs: { volume_backend_name: 'shared', ...shareable } },
  { name: 'encrypted', specs: { volume_backend_name: 'single' } },
  { name: 'multiattach-nowhere', specs: { volume_backend_name: 'single', ...shareable } },
  { name: 'standard', specs: { volume_backend_name: 'single' } },
]

function plantGround({ name: region, storage, compute, images, clock }: Region, owner: string) {
  const start = clock.now() - days
  types.forEach(({ name, specs, description }, index) => {
    const createdAt = start + index * 1000
    storage.types.add({
      id: fixedUuid(`${region} type ${name}`),
      projectId: '',
      name,
      description: description ?? null,
      isPublic: true,
      extraSpecs: specs,
      encryption:
        name === 'encrypted'
          ? {
              id: fixedUuid(`${region} encryption`),
              provider: 'luks',
              cipher: 'aes-xts-plain64',
              keySize: 256,
              controlLocation: 'front-end',
              createdAt,
            }
          : null,
      access: new Set(),
      createdAt,
    })
  })
  images.images.add({
    id: fixedUuid(`${region} image debian-13`),
    projectId: owner,
    name: 'tiny',
    status: 'active',
    visibility: 'public',
    diskFormat: 'raw',
    containerFormat: 'bare',
    size: 3,
    minDisk: 0,
    minRam: 0,
    checksum: fixedHex('checksum tiny'),
    hash: ['a', 'b', 'c', 'd'].map((part) => fixedHex(`${part} tiny`)).join(''),
    isProtected: false,
    properties: {
      'owner_specified.openstack.md5': '',
      'owner_specified.openstack.object': 'images/tiny',
      'owner_specified.openstack.sha256': '',
    },
    createdAt: start + minutes,
    updatedAt: start + minutes,
  })
  compute.flavors.push({
    id: fixedUuid('flavor m1.tiny'),
    name: 'm1.tiny',
    ram: 64,
    vcpus: 1,
    disk: 1,
  })
}

/** The age of what was made in that second of the first half hour. */
const age = (second: number) => 30 * minutes - second * 1000

/** What the recorded cloud held before anything was asked of it: `seed.py` of the live cloud. */
export function plantRecordedCloud({ identity, regions, clock }: Cloud) {
  const admin = identity.addProject('admin', 'Bootstrap project for initializing the cloud.')
  identity.addProject('service')
  const demo = identity.addProject('demo')
  const other = identity.addProject('other')
  identity.addUser(
    'admin',
    'mooring',
    [
      [admin, 'admin'],
      [demo, 'admin'],
    ],
    { systemRole: 'admin' },
  )
  identity.addUser('demo', 'mooring', [
    [demo, 'member'],
    [other, 'member'],
  ])
  identity.addUser('reader', 'mooring', [[demo, 'reader']])
  for (const region of regions) {
    plantGround(region, admin.id)
    region.storage.quotas.set(demo.id, { volumes: 20_000, gigabytes: 1_000_000, snapshots: 200 })
    const byAdmin = new Planter(region, demo, 'admin')
    const server = (name: string, host: string, second: number) =>
      byAdmin.server({ name, host, age: age(second) })
    const nodes = Array.from({ length: 9 }, (_, index) =>
      server(`node-${two(index + 1)}`, 'compute-sharing', index),
    )
    // The recorded ones are of one second, in which the ids decide that the first is listed before the second.
    for (const number of [1, 2]) server(`legacy-${number}`, 'compute-plain', 12 - number)
    server('broken-1', 'compute-broken', 12)
    const byDemo = new Planter(region, demo, 'demo')
    const volume = (name: string, size: number, type: string, second: number) =>
      byDemo.volume({ name, size, type, age: age(second) })
    const quorum = volume('quorum-disk', 10, 'multiattach', 20)
    volume('scratch', 5, 'standard', 21)
    const data = volume('db-data', 20, 'standard', 22)
    volume('lonely', 1, 'multiattach', 23)
    const [first, second, third] = nodes
    if (!first || !second || !third) throw new Error(`no nodes at ${clock.now()}`)
    byDemo.attach(quorum, first, age(30))
    byDemo.attach(quorum, second, age(31))
    byDemo.attach(quorum, third, age(32))
    byDemo.attach(data, first, age(33))
  }
}
