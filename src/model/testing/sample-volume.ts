import type { Instance } from '#src/model/instance/instance.ts'
import type { Volume } from '#src/model/volume/volume.ts'

/** For tests: a volume about which only what is given matters. */
export const sampleVolume = (given: Partial<Volume> = {}): Volume => ({
  id: 'volume-1',
  name: 'data',
  description: '',
  sizeGiB: 10,
  status: 'available',
  typeName: 'standard',
  availabilityZone: 'nova',
  bootable: false,
  encrypted: false,
  shareable: false,
  attachments: [],
  createdAt: 0,
  updatedAt: 0,
  projectId: 'project-1',
  host: null,
  migrationStatus: null,
  snapshotId: null,
  sourceVolumeId: null,
  groupId: null,
  metadata: {},
  imageMetadata: null,
  ...given,
})

/** For tests: an instance about which only what is given matters. */
export const sampleInstance = (given: Partial<Instance> = {}): Instance => ({
  id: 'instance-1',
  name: 'node-01',
  status: 'ACTIVE',
  taskState: null,
  availabilityZone: 'nova',
  host: null,
  locked: false,
  volumeIds: [],
  projectId: 'project-1',
  createdAt: 0,
  ...given,
})

/** For tests: an attachment by which an instance holds a volume. */
export const attachedTo = (instanceId: string, device = '/dev/vdb') => ({
  id: `attachment-of-${instanceId}`,
  instanceId,
  device,
  hostName: null,
  attachedAt: 0,
})
