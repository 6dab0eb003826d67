import { z, type ZodMiniType } from 'zod/mini'

import { asError } from '#src/model/as-error.ts'
import type { CinderAttachment } from '#src/model/audit/attachment-audit.ts'
import type { InstanceRecheck, RecheckResult } from '#src/model/audit/audit-recheck.ts'
import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { InstanceId, Volume, VolumeId } from '#src/model/volume/volume.ts'
import { instanceCall, oneInstance } from '#src/openstack/compute/instances.ts'
import { deviceList, devicesCall } from '#src/openstack/compute/server-attachments.ts'
import { ApiError } from '#src/openstack/http/api-error.ts'
import { request, type CloudCall } from '#src/openstack/http/http.ts'
import {
  everyAttachment,
  attachmentsOfCall,
  listsAttachments,
} from '#src/openstack/volumes/attachments.ts'
import { oneVolume, volumeCall } from '#src/openstack/volumes/volumes.ts'

/** What a service answered to one question, as it said it. */
export type Evidence = {
  service: 'volume' | 'compute'
  /** The question, such as `GET /volumes/…`. */
  question: string
  /** The whole answer; absent where it was a refusal. */
  raw?: unknown
  requestId?: string
  error?: Error
}

type Told<T> = { value: T | undefined; evidence: Evidence }

const isGone = ({ error }: Evidence) => error instanceof ApiError && error.kind === 'not-found'

const questionOf = ({ path, query = {} }: Pick<CloudCall, 'path' | 'query'>) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return `GET ${path}${given.length > 0 ? '?' : ''}${given.map((pair) => pair.join('=')).join('&')}`
}

async function question<T>(
  call: CloudCall & { service: Evidence['service'] },
  schema: ZodMiniType<T>,
): Promise<Told<T>> {
  const { service } = call
  const evidence: Evidence = { service, question: questionOf(call) }
  try {
    const { body: raw, requestId } = await request(call, z.unknown())
    return {
      value: schema.parse(raw),
      evidence: { ...evidence, raw, ...(requestId !== undefined && { requestId }) },
    }
  } catch (reason) {
    if (call.signal?.aborted) throw reason
    return { value: undefined, evidence: { ...evidence, error: asError(reason) } }
  }
}

/** A second look, and all that was said in it. `failed`: what could not be asked, and so nothing can be said. */
export type RecheckWithEvidence = {
  look: RecheckResult | undefined
  evidence: readonly Evidence[]
  failed: Error | undefined
}

/** Before 3.27 attachments are only part of their volume. */
export const attachmentsToldWith = ({ id, attachments }: Volume): CinderAttachment[] =>
  attachments.map((one) => ({
    id: one.id,
    volumeId: id,
    instanceId: one.instanceId,
    status: 'attached',
    mode: null,
    attachedAt: one.attachedAt,
  }))

async function lookAtInstance(
  cloud: CloudScope,
  id: InstanceId,
  signal?: AbortSignal,
): Promise<{ seen: InstanceRecheck | undefined; evidence: Evidence[] }> {
  const [server, devices] = await Promise.all([
    question(instanceCall(cloud, id, signal), oneInstance),
    question(devicesCall(cloud, id, signal), deviceList),
  ])
  const evidence = [devices.evidence, server.evidence]
  if (isGone(server.evidence)) return { seen: null, evidence }
  if (server.value === undefined || devices.value === undefined)
    return { seen: undefined, evidence }
  const seen = { instance: server.value.server, devices: devices.value.volumeAttachments }
  return { seen, evidence }
}

/** So many holders of a volume are asked by themselves in one look. */
const mostInstances = 20

/** What Cinder says of a volume and its attachments; undefined where one of both could not be asked. */
async function lookAtVolume(cloud: CloudScope, id: VolumeId, signal?: AbortSignal) {
  const [raw, records] = await Promise.all([
    question(volumeCall(cloud, id, signal), oneVolume),
    listsAttachments(cloud)
      ? question(attachmentsOfCall(cloud, id, signal), everyAttachment)
      : undefined,
  ])
  const evidence = [...(records ? [records.evidence] : []), raw.evidence]
  const volume = isGone(raw.evidence) ? null : raw.value?.volume
  const own = volume ? attachmentsToldWith(volume) : []
  const attachments = records ? records.value?.attachments : own
  return { volume, attachments, evidence }
}

/**
 * Asks both services about a volume and an instance by themselves, or, without an instance, about the volume and those that
 * hold it: two requests to Cinder, and two to Nova for each instance.
 */
export async function recheck(
  cloud: CloudScope,
  { volumeId, instanceId }: { volumeId: VolumeId; instanceId: InstanceId | null },
  signal?: AbortSignal,
): Promise<RecheckWithEvidence> {
  const named = instanceId === null ? undefined : lookAtInstance(cloud, instanceId, signal)
  const { volume, attachments, evidence } = await lookAtVolume(cloud, volumeId, signal)
  const holders = new Set((attachments ?? []).flatMap((one) => one.instanceId ?? []))
  const asked = instanceId === null ? [...holders].slice(0, mostInstances) : [instanceId]
  const answers = await Promise.all(
    asked.map(async (id) => ({ id, ...(await (named ?? lookAtInstance(cloud, id, signal))) })),
  )
  const all = [...evidence, ...answers.flatMap((answer) => answer.evidence)]
  const failed = all.find((one) => one.error !== undefined && !isGone(one))?.error
  const instances = new Map<InstanceId, InstanceRecheck>()
  for (const { id, seen } of answers) if (seen !== undefined) instances.set(id, seen)
  const isWhole = volume !== undefined && attachments !== undefined && failed === undefined
  return {
    look: isWhole ? { volumeId, volume, attachments, instances } : undefined,
    evidence: all,
    failed,
  }
}
