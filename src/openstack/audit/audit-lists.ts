import type { AuditCloud, CinderAttachment } from '#src/model/audit/attachment-audit.ts'
import { flawsTogether, type ListFlaws } from '#src/model/cloud/listed.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { AttachmentId } from '#src/model/volume/volume.ts'
import { listInstances } from '#src/openstack/compute/instances.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { eachPage, type Page } from '#src/openstack/http/pagination.ts'
import { listAttachments, listsAttachments } from '#src/openstack/volumes/attachments.ts'
import { listVolumes } from '#src/openstack/volumes/volumes.ts'

import { attachmentsToldWith } from './recheck.ts'

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
  cloud: CloudScope,
  read: readonly AttachmentId[],
  signal?: AbortSignal,
): Promise<Page<CinderAttachment>> {
  for (const marker of read.slice(-3).toReversed())
    try {
      return await listAttachments(cloud, { marker, limit: perPage }, signal)
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error
    }
  return listAttachments(cloud, { marker: read.at(0), limit: perPage }, signal)
}

/** The ids of what a list names and could not be read. */
const idsIn = ({ unread }: Pick<ListFlaws, 'unread'>) => unread.flatMap(({ id }) => id ?? [])

type Note = (read: number) => void

async function readPages<T extends { id: string }>(
  read: (marker: string | undefined) => Promise<Page<T>>,
  note: Note,
): Promise<{ byId: Map<string, T>; flaws: ListFlaws }> {
  const byId = new Map<string, T>()
  const flaws: ListFlaws[] = []
  for await (const page of eachPage<T, Page<T>>(read)) {
    for (const item of page.items) byId.set(item.id, item)
    flaws.push(page)
    note(byId.size)
  }
  return { byId, flaws: flawsTogether(flaws) }
}

/** The list of attachments has no links and does not say where it ends: a page shorter than the one before it is the last. */
async function readAttachments(cloud: CloudScope, note: Note, signal?: AbortSignal) {
  const byId = new Map<AttachmentId, CinderAttachment>()
  const flaws: ListFlaws[] = []
  let before = 0
  let page = await listAttachments(cloud, { limit: perPage }, signal)
  for (;;) {
    const length = page.items.length + page.unread.length
    const known = byId.size
    for (const record of page.items) byId.set(record.id, record)
    // A cloud that ignores the marker gives the same page again and again.
    const cutShort = length > 0 && byId.size === known
    flaws.push({ unread: page.unread, cutShort })
    note(byId.size)
    // The cloud may cap pages lower, so the first tells how long a full one is.
    if (length === 0 || length < before || cutShort) return { byId, flaws: flawsTogether(flaws) }
    before = length
    page = await pageAfter(cloud, [...byId.keys()], signal)
  }
}

/**
 * Reads what both services list: attachments, volumes and instances side by side, each by pages of 1,000. So the requests grow
 * with the things divided by 1,000, and none is made for an instance by itself.
 * @param note called after each page with the progress
 */
export async function readAuditLists(
  cloud: CloudScope,
  note: (progress: AuditProgress) => void,
  signal?: AbortSignal,
): Promise<{ cloud: AuditCloud; flaws: ListFlaws; requests: number }> {
  const progress: AuditProgress = { attachments: 0, volumes: 0, instances: 0, requests: 0 }
  const noteOf = (list: 'attachments' | 'volumes' | 'instances') => (read: number) => {
    progress.requests += 1
    progress[list] = read
    note({ ...progress })
  }
  const lists = listsAttachments(cloud)
  const limit = perPage
  const [volumes, instances, attachments] = await Promise.all([
    readPages((marker) => listVolumes(cloud, { limit, marker }, signal), noteOf('volumes')),
    readPages((marker) => listInstances(cloud, { limit, marker }, signal), noteOf('instances')),
    lists ? readAttachments(cloud, noteOf('attachments'), signal) : undefined,
  ])
  const records =
    attachments?.byId ??
    new Map([...volumes.byId.values()].flatMap(attachmentsToldWith).map((one) => [one.id, one]))
  const flaws = [volumes.flaws, instances.flaws, ...(attachments ? [attachments.flaws] : [])]
  const ofAttachments = attachments?.flaws ?? volumes.flaws
  return {
    cloud: {
      volumes: volumes.byId,
      attachments: records,
      instances: instances.byId,
      devices: new Map(),
      untold: {
        volumes: new Set(idsIn(volumes.flaws)),
        instances: new Set(idsIn(instances.flaws)),
        moreVolumes: volumes.flaws.cutShort,
        moreInstances: instances.flaws.cutShort,
        moreAttachments: ofAttachments.cutShort || ofAttachments.unread.length > 0,
      },
    },
    flaws: flawsTogether(flaws),
    requests: progress.requests,
  }
}
