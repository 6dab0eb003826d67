import type { Region } from '#mocks/cloud/cloud.ts'
import { fixedHex, fixedUuid } from '#mocks/cloud/ids.ts'
import type { Image } from '#mocks/cloud/images.ts'
import type { Encryption } from '#mocks/cloud/storage/block-storage.ts'

import type { Projects } from './accounts.ts'
import { days } from './planter.ts'

const shareable = { multiattach: '<is> True' }

const types: {
  name: string
  description: string
  specs: Record<string, string>
  encrypted?: true
}[] = [
  { name: '__DEFAULT__', description: 'Default Volume Type', specs: {} },
  {
    name: 'encrypted',
    description: 'Encrypted with LUKS; for one instance at a time',
    specs: { volume_backend_name: 'single' },
    encrypted: true,
  },
  {
    name: 'multiattach-nowhere',
    description: 'Shareable, but no back end offers it',
    specs: { volume_backend_name: 'single', ...shareable },
  },
  {
    name: 'multiattach',
    description: 'For several instances at a time',
    specs: { volume_backend_name: 'shared', ...shareable },
  },
  {
    name: 'standard',
    description: 'For one instance at a time',
    specs: { volume_backend_name: 'single' },
  },
]

const luks = (name: string, createdAt: number): Encryption => ({
  id: fixedUuid(`encryption ${name}`),
  provider: 'luks',
  cipher: 'aes-xts-plain64',
  keySize: 256,
  controlLocation: 'front-end',
  createdAt,
})

const images: Pick<Image, 'name' | 'diskFormat' | 'size' | 'minDisk' | 'minRam' | 'properties'>[] =
  [
    {
      name: 'debian-13',
      diskFormat: 'qcow2',
      size: 415_236_096,
      minDisk: 3,
      minRam: 512,
      properties: { os_distro: 'debian', os_version: '13', hw_disk_bus: 'virtio' },
    },
    {
      name: 'rocky-10',
      diskFormat: 'qcow2',
      size: 1_184_890_880,
      minDisk: 10,
      minRam: 1024,
      properties: { os_distro: 'rocky', os_version: '10', hw_disk_bus: 'virtio' },
    },
    {
      name: 'tiny',
      diskFormat: 'raw',
      size: 12_716_032,
      minDisk: 0,
      minRam: 0,
      properties: {},
    },
  ]

/** What back ends hold from before there was a cloud. */
const leftovers = [
  { pool: 'vm@single#single', name: 'warehouse-2019', size: 120 },
  { pool: 'vm@single#single', name: 'lun-0042', size: 8 },
  { pool: 'vm@shared#shared', name: 'ocfs2-archive', size: 250 },
]

/** Volume types, images and flavors: what administrators have prepared in a region. */
export function plantGround(
  { name: region, storage, compute, images: glance, clock }: Region,
  { admin }: Projects,
) {
  const start = clock.now() - 400 * days
  types.forEach(({ name, description, specs, encrypted }, index) => {
    const createdAt = start + index * 1000
    storage.types.add({
      id: fixedUuid(`${region} type ${name}`),
      projectId: '',
      name,
      description,
      isPublic: true,
      extraSpecs: specs,
      encryption: encrypted ? luks(`${region} ${name}`, createdAt) : null,
      access: new Set(),
      createdAt,
    })
  })
  images.forEach((image, index) => {
    const createdAt = start + (index + 10) * days
    glance.images.add({
      ...image,
      id: fixedUuid(`${region} image ${image.name}`),
      projectId: admin.id,
      status: 'active',
      visibility: 'public',
      containerFormat: 'bare',
      checksum: fixedHex(`checksum ${image.name}`),
      hash: ['a', 'b', 'c', 'd'].map((part) => fixedHex(`${part} ${image.name}`)).join(''),
      isProtected: false,
      createdAt,
      updatedAt: createdAt + 9000,
    })
  })
  storage.unmanaged.push(...leftovers.map((one) => ({ ...one, id: fixedUuid(one.name) })))
  compute.flavors.push(
    { id: fixedUuid('flavor m1.small'), name: 'm1.small', ram: 2048, vcpus: 1, disk: 20 },
    { id: fixedUuid('flavor m1.large'), name: 'm1.large', ram: 8192, vcpus: 4, disk: 80 },
  )
}
