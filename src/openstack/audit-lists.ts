import type { AuditCloud, CinderAttachment } from '#src/model/attachment-audit.ts'
import type { Instance } from '#src/model/instance.ts'
import type { AttachmentId, InstanceId, Volume, VolumeId } from '#src/model/volume.ts'
import type { Reach } from '#src/model/workplace.ts'

import { ApiError } from './api-error.ts'
import { listAttachments, listsAttachments } from './attachments.ts'
import { listInstances } from './instances.ts'
import { attachmentsToldWith } from './second-look.ts'
import { listVolumes } from './volumes.ts'

/** As many as clouds give on a page (`osapi_max_limit`, `max_limit`). */
const perPage = 1_000

/** How many of each have been read so far, and by how many requests. */
export type AuditProgress = {
  attachments: number
  volumes: number
  instances: number
  requests: number
}

/**
 * The page after some that were read. The thing that marks it may be deleted meanwhile, which the cloud answers with 404; then
 * one before it marks it as well.
 */
async function pageAfter(
  cloud: Reach,
  read: readonly AttachmentId[],
  signal?: AbortSignal,
): Promise<CinderAttachment[]> {
  for (const marker of read.slice(-3).toReversed())
    try {
      return await listAttachments(cloud, { marker, limit: perPage }, signal)
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error
    }
  return listAttachments(cloud, { marker: read.at(0), limit: perPage }, signal)
}

/**
 * Reads what both services list: attachments, volumes and instances side by side, each by pages of 1,000. So the requests grow
 * with the things divided by 1,000, and none is made for an instance by itself. The list of attachments does not say where it
 * ends: a page that is shorter than the one before it is the last.
 * @param note told after each page how far it is
 */
export async function readAuditLists(
  cloud: Reach,
  note: (progress: AuditProgress) => void,
  signal?: AbortSignal,
): Promise<{ cloud: AuditCloud; requests: number }> {
  const volumes = new Map<VolumeId, Volume>()
  const attachments = new Map<AttachmentId, CinderAttachment>()
  const instances = new Map<InstanceId, Instance>()
  let requests = 0
  const noted = () => {
    requests += 1
    note({
      attachments: attachments.size,
      volumes: volumes.size,
      instances: instances.size,
      requests,
    })
  }
  const readVolumes = async () => {
    let marker: string | undefined
    do {
      const page = await listVolumes(cloud, { limit: perPage, ...(marker && { marker }) }, signal)
      for (const volume of page.volumes) volumes.set(volume.id, volume)
      marker = page.next
      noted()
    } while (marker !== undefined)
  }
  const readInstances = async () => {
    let marker: string | undefined
    do {
      const page = await listInstances(cloud, { limit: perPage, ...(marker && { marker }) }, signal)
      for (const instance of page.instances) instances.set(instance.id, instance)
      marker = page.next
      noted()
    } while (marker !== undefined)
  }
  const readAttachments = async () => {
    let before = 0
    let page = await listAttachments(cloud, { limit: perPage }, signal)
    while (page.length > 0) {
      for (const record of page) attachments.set(record.id, record)
      noted()
      // The cloud may cap pages lower, so the first tells how long a full one is.
      if (page.length < before) return
      before = page.length
      page = await pageAfter(cloud, [...attachments.keys()], signal)
    }
    noted()
  }
  const lists = listsAttachments(cloud)
  await Promise.all([readVolumes(), readInstances(), lists ? readAttachments() : undefined])
  if (!lists)
    for (const volume of volumes.values())
      for (const record of attachmentsToldWith(volume)) attachments.set(record.id, record)
  return { cloud: { volumes, attachments, instances, devices: new Map() }, requests }
}
