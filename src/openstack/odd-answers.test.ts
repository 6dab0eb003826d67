import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'

import type { CloudScope } from '#src/model/cloud/scope.ts'
import { oddAnswers, recordedAnswers, unshowable } from '#src/testing/odd-answers.ts'

import { explainInstanceAction, listInstanceActions } from './compute/instance-actions.ts'
import { listInstances } from './compute/instances.ts'
import { ApiError } from './http/api-error.ts'
import { isRecord } from './http/is-record.ts'
import { listPools } from './services/pools.ts'
import { listProjectNames } from './services/projects.ts'
import { listComputeServices, listVolumeServices } from './services/services.ts'
import { listDefaultTypes, listTypeAccess } from './volume-types/type-access.ts'
import { getTypeEncryption } from './volume-types/type-encryption.ts'
import {
  getDefaultVolumeType,
  listAllVolumeTypes,
  listVolumeTypes,
} from './volume-types/volume-types.ts'
import { listAttachments, listAttachmentsOf } from './volumes/attachments.ts'
import { listAvailabilityZones } from './volumes/availability-zones.ts'
import { listBackups } from './volumes/backups.ts'
import { listGroups } from './volumes/groups.ts'
import { listImages } from './volumes/images.ts'
import { getVolumeQuota } from './volumes/limits.ts'
import { listMessages } from './volumes/messages.ts'
import { getSnapshot, listSnapshots } from './volumes/snapshots.ts'
import { listTransfers } from './volumes/transfers.ts'
import { getVolumeDetails } from './volumes/volume-details.ts'
import { getVolume, listVolumes } from './volumes/volumes.ts'

/** How many odd answers each reading gets; `npm run fuzz` gives many more. */
const runs = Number(process.env.MOORING_FUZZ_RUNS ?? 200)

const newest = { min: { major: 1, minor: 0 }, max: { major: 9, minor: 99 } }
const cloud: CloudScope = {
  user: { id: 'u-1', name: 'demo', domainName: 'Default' },
  project: { id: 'p-1', name: 'demo', domainName: 'Default' },
  region: 'RegionOne',
  microversions: { volume: newest, compute: newest },
}

type Reading = {
  what: string
  /** Ends the path of the recorded answers. */
  path: RegExp
  /** The list in the answer, where it is one. */
  list?: string
  read: () => Promise<unknown>
  /** Where none was recorded. */
  answers?: unknown[]
}

const readings: Reading[] = [
  {
    what: 'volumes',
    path: /\/volumes\/detail$/,
    list: 'volumes',
    read: () => listVolumes(cloud),
  },
  { what: 'a volume', path: /\/volumes\/[\da-f-]{36}$/, read: () => getVolume(cloud, 'v') },
  {
    what: 'a volume’s details',
    path: /\/volumes\/[\da-f-]{36}$/,
    read: async () => {
      const { volume, more } = await getVolumeDetails(cloud, 'v')
      return { volume, more }
    },
  },
  {
    what: 'snapshots',
    path: /\/snapshots\/detail$/,
    list: 'snapshots',
    read: () => listSnapshots(cloud),
  },
  { what: 'a snapshot', path: /\/snapshots\/[\da-f-]{36}$/, read: () => getSnapshot(cloud, 's') },
  {
    what: 'attachments',
    path: /\/attachments\/detail$/,
    list: 'attachments',
    read: () => listAttachments(cloud, { limit: 1_000 }),
  },
  {
    what: 'a volume’s attachments',
    path: /\/attachments\/detail$/,
    list: 'attachments',
    read: () => listAttachmentsOf(cloud, 'v'),
  },
  { what: 'types', path: /\/types$/, list: 'volume_types', read: () => listVolumeTypes(cloud) },
  {
    what: 'all types',
    path: /\/types$/,
    list: 'volume_types',
    read: () => listAllVolumeTypes(cloud),
  },
  { what: 'the default type', path: /\/types\/default$/, read: () => getDefaultVolumeType(cloud) },
  {
    what: 'who may use a type',
    path: /\/os-volume-type-access$/,
    read: () => listTypeAccess(cloud, 't'),
  },
  {
    what: 'the projects’ default types',
    path: /\/default-types$/,
    read: () => listDefaultTypes(cloud),
  },
  {
    what: 'a type’s encryption',
    path: /\/types\/[\da-f-]{36}\/encryption$/,
    read: () => getTypeEncryption(cloud, 't'),
  },
  {
    what: 'instances',
    path: /\/servers\/detail$/,
    list: 'servers',
    read: () => listInstances(cloud),
  },
  {
    what: 'an instance’s actions',
    path: /\/os-instance-actions$/,
    list: 'instanceActions',
    read: () => listInstanceActions(cloud, 'i'),
  },
  {
    what: 'an action',
    path: /\/os-instance-actions\/req-[^/]*$/,
    read: () => explainInstanceAction(cloud, 'i', 'req-1'),
  },
  { what: 'images', path: /\/images$/, list: 'images', read: () => listImages(cloud) },
  { what: 'messages', path: /\/messages$/, list: 'messages', read: () => listMessages(cloud) },
  { what: 'limits', path: /\/limits$/, read: () => getVolumeQuota(cloud) },
  {
    what: 'volume services',
    path: /\/v3\/[\da-f]{32}\/os-services$/,
    list: 'services',
    read: () => listVolumeServices(cloud),
  },
  {
    what: 'compute services',
    path: /\/v2\.1\/os-services$/,
    list: 'services',
    read: () => listComputeServices(cloud),
  },
  { what: 'projects', path: /\/v3\/projects$/, read: () => listProjectNames(cloud) },
  {
    what: 'transfers',
    path: /\/volume-transfers\/detail$/,
    list: 'transfers',
    read: () => listTransfers(cloud),
  },
  {
    what: 'pools',
    path: /\/scheduler-stats\/get_pools$/,
    list: 'pools',
    read: async () => {
      const { items, ...flaws } = await listPools(cloud)
      // Capabilities are kept as they came, for what a driver reports is shown as it is.
      return { items: items.map(({ capabilities: _told, ...pool }) => pool), ...flaws }
    },
    answers: [
      {
        pools: [
          {
            name: 'a@b#c',
            capabilities: {
              volume_backend_name: 'b',
              total_capacity_gb: 100,
              free_capacity_gb: 'infinite',
              allocated_capacity_gb: 5,
              provisioned_capacity_gb: 5,
              max_over_subscription_ratio: '20.0',
              reserved_percentage: 0,
              multiattach: true,
            },
          },
        ],
      },
    ],
  },
  {
    what: 'backups',
    path: /\/backups\/detail$/,
    list: 'backups',
    read: () => listBackups(cloud),
    answers: [
      {
        backups: [
          {
            id: 'b-1',
            name: 'nightly',
            status: 'available',
            volume_id: 'v-1',
            is_incremental: false,
            fail_reason: null,
            created_at: '2026-11-23T20:08:44.000000',
          },
        ],
      },
    ],
  },
  {
    what: 'groups',
    path: /\/groups\/detail$/,
    list: 'groups',
    read: () => listGroups(cloud),
    answers: [{ groups: [{ id: 'g-1', name: 'g', description: null, status: 'available' }] }],
  },
  {
    what: 'availability zones',
    path: /\/os-availability-zone$/,
    read: () => listAvailabilityZones(cloud),
    answers: [{ availabilityZoneInfo: [{ zoneName: 'nova', zoneState: { available: true } }] }],
  },
]

afterEach(() => vi.unstubAllGlobals())

const lengthOfList = (answer: unknown, list: string): number | undefined => {
  const raw = isRecord(answer) ? answer[list] : undefined
  return Array.isArray(raw) ? raw.length : undefined
}

test.each(readings)(
  'odd values in $what cost themselves only, and are never shown as they are',
  async ({ what, path, list, read, answers = [] }) => {
    const reached = { read: 0, unread: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(oddAnswers([...recordedAnswers(path), ...answers]), async (answer) => {
        vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer)))
        let result: unknown
        try {
          result = await read()
        } catch (error) {
          if (!(error instanceof ApiError)) throw error
          expect(error.message).not.toMatch(/undefined|NaN|^:/)
          expect(['unreadable', 'unreachable']).toContain(error.kind)
          reached.refused += 1
          // A list that is one is never refused as a whole.
          if (list !== undefined) expect(lengthOfList(answer, list)).toBeUndefined()
          return
        }
        reached.read += 1
        if (isRecord(result)) {
          const { next: _next, total: _total, ...shown } = result
          expect([...unshowable(shown)]).toEqual([])
        }
        if (list === undefined || !isRecord(result)) return
        const { items, unread } = result
        if (!Array.isArray(items) || !Array.isArray(unread)) throw new Error('no list was read')
        if (unread.length > 0) reached.unread += 1
        // Links to a next page lead to the same answer here, which is read once more at most.
        const length = lengthOfList(answer, list) ?? 0
        expect([length, 2 * length]).toContain(items.length + unread.length)
      }),
      { numRuns: runs },
    )
    expect(reached.read).toBeGreaterThan(0)
    if (process.env.MOORING_FUZZ_RUNS !== undefined)
      process.stdout.write(`${what}: ${JSON.stringify(reached)}\n`)
  },
)
