import { queryOptions, type QueryClient, skipToken, useQuery } from '@tanstack/react-query'

import {
  type AuditCloud,
  type AuditOptions,
  auditOf,
  type AuditRow,
} from '#src/model/audit/attachment-audit.ts'
import { type RecheckResult, withLook } from '#src/model/audit/audit-recheck.ts'
import { isFinding } from '#src/model/audit/audit-verdict.ts'
import type { ListFlaws } from '#src/model/cloud/listed.ts'
import type { Scope } from '#src/model/cloud/scope.ts'
import { eachInTurn } from '#src/model/each-in-turn.ts'
import { type AuditProgress, readAuditLists } from '#src/openstack/audit/audit-lists.ts'
import { recheck, type RecheckWithEvidence } from '#src/openstack/audit/recheck.ts'
import { serverNow } from '#src/openstack/session/server-clock.ts'
import { scopeKey } from '#src/queries/session.ts'

/** What was read of both services, and when. */
export type AuditReading = {
  cloud: AuditCloud
  /** When the lists were complete; ms since the epoch. */
  readAt: number
  /** How long they took, in ms, and how many requests. */
  tookMs: number
  requests: number
  /** What is wrong with the lists that were read. */
  flaws: ListFlaws
  /** Findings that a second look has been taken at, by the ids of their rows. */
  looked: ReadonlySet<string>
}

/** How far reading is; `looking`: at how many findings a second look is still to be taken. */
export type AuditReadingProgress = AuditProgress & { looking?: number }

/** All that is known of the attachments of a place. */
export const auditKey = (scope: Scope) => ['attachment-audit', ...scopeKey(scope)] as const
const readingKey = (scope: Scope) => [...auditKey(scope), 'reading'] as const
const progressKey = (scope: Scope) => [...auditKey(scope), 'progress'] as const

/** From when on something counts as stuck where nobody says otherwise, in ms. */
export const usualStuckAfterMs = 15 * 60_000

/** At so many findings a second look is taken at once; at the others when they are opened, and before a repair. */
const mostLooks = 50
const looksAtOnce = 4

/** Changes what is known, without asking the cloud. */
function noteLook(client: QueryClient, scope: Scope, look: RecheckResult, rowId: string): void {
  client.setQueryData<AuditReading>(
    readingKey(scope),
    (reading) =>
      reading && {
        ...reading,
        cloud: withLook(reading.cloud, look),
        looked: new Set(reading.looked).add(rowId),
      },
  )
}

/** A second look at what a row is about; the table learns of it. Never fails: what could not be asked is in the answer. */
export async function recheckRow(
  client: QueryClient,
  scope: Scope,
  { id, volumeId, instanceId }: Pick<AuditRow, 'id' | 'volumeId' | 'instanceId'>,
  signal?: AbortSignal,
): Promise<RecheckWithEvidence & { cloud: AuditCloud | undefined }> {
  const answer = await recheck(scope, { volumeId, instanceId }, signal)
  if (answer.look) noteLook(client, scope, answer.look, id)
  const cloud = client.getQueryData<AuditReading>(readingKey(scope))?.cloud
  return { ...answer, cloud: answer.look && cloud }
}

async function lookAtFindings(
  client: QueryClient,
  scope: Scope,
  rows: readonly AuditRow[],
  note: (left: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const byId = new Map(rows.slice(0, mostLooks).map((row) => [row.id, row]))
  let left = byId.size
  note(left)
  const act = async (id: string) => {
    const row = byId.get(id)
    if (row) await recheckRow(client, scope, row, signal)
    note((left -= 1))
  }
  await eachInTurn([...byId.keys()], act, { note: () => {}, stop: signal, atOnce: looksAtOnce })
}

/**
 * What both services say of all attachments: three lists side by side, and then a second look at the findings, for a thing that
 * changed between two lists looks like one. It is read when it is asked for, and never by itself.
 */
export const auditQuery = (scope: Scope) =>
  queryOptions<AuditReading>({
    queryKey: readingKey(scope),
    queryFn: async ({ signal, client }) => {
      const begun = serverNow()
      const note = (progress: AuditReadingProgress) =>
        client.setQueryData<AuditReadingProgress>(progressKey(scope), progress)
      note({ attachments: 0, volumes: 0, instances: 0, requests: 0 })
      const { cloud, requests, flaws } = await readAuditLists(scope, note, signal)
      const readAt = serverNow()
      const reading: AuditReading = {
        cloud,
        readAt,
        tookMs: readAt - begun,
        requests,
        flaws,
        looked: new Set(),
      }
      client.setQueryData<AuditReading>(readingKey(scope), reading)
      const options: AuditOptions = { now: readAt, stuckAfterMs: usualStuckAfterMs }
      const findings = auditOf(cloud, options).filter(({ verdict }) => isFinding(verdict))
      const counts = {
        attachments: cloud.attachments.size,
        volumes: cloud.volumes.size,
        instances: cloud.instances.size,
        requests,
      }
      await lookAtFindings(
        client,
        scope,
        findings,
        (looking) => note({ ...counts, looking }),
        signal,
      )
      return client.getQueryData<AuditReading>(readingKey(scope)) ?? reading
    },
    staleTime: Infinity,
    gcTime: 10 * 60_000,
    refetchOnWindowFocus: false,
    // Maps of thousands are not compared part by part.
    structuralSharing: false,
  })

/** How far the reading is that is under way; undefined before the first. */
export function useAuditProgress(scope: Scope): AuditReadingProgress | undefined {
  const { data } = useQuery<AuditReadingProgress>({
    queryKey: progressKey(scope),
    queryFn: skipToken,
    staleTime: Infinity,
  })
  return data
}

/** What both services say of a row, asked when it is opened. */
export const evidenceQuery = (scope: Scope, row: AuditRow) =>
  queryOptions({
    queryKey: [...auditKey(scope), 'evidence', row.id],
    queryFn: ({ signal, client }) => recheckRow(client, scope, row, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    structuralSharing: false,
  })
