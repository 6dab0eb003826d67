import { callText, type RepairCall } from './attachment-repair.ts'
import type { AuditVerdict } from './audit-verdict.ts'

/** A call that was sent, and what came back. */
export type SentCall = RepairCall & {
  /** HTTP status; none where no answer came. */
  status?: number
  requestId?: string
}

/** What a repair came to. */
export type RepairOutcome =
  | 'repaired'
  /** A second look saw something else, so nothing was done. */
  | 'not-repaired'
  /** A call failed. */
  | 'failed'

/** An entry of the report on repairs. */
export type RepairEntry = {
  /** When it was begun; ms since the epoch. */
  at: number
  verdict: AuditVerdict
  volumeId: string
  volumeName: string
  instanceId: string | null
  instanceName: string | null
  attachmentId: string | null
  projectId: string | null
  outcome: RepairOutcome
  calls: readonly SentCall[]
  /** Why it was not repaired, in the reader's language or the cloud's words. */
  words: string | null
}

const versionHeader = ({ service, microversion }: RepairCall) => `${service} ${microversion}`

/** The report for a file: times in UTC, and each call as it was sent. */
export const reportAsJson = (entries: readonly RepairEntry[], by: string): string =>
  JSON.stringify(
    {
      repairedBy: by,
      repairs: entries.map(({ at, calls, ...entry }) => ({
        at: new Date(at).toISOString(),
        ...entry,
        calls: calls.map((call) => ({
          service: call.service,
          openStackApiVersion: versionHeader(call),
          method: call.method,
          path: call.path,
          body: call.body ?? null,
          status: call.status ?? null,
          requestId: call.requestId ?? null,
        })),
      })),
    },
    null,
    2,
  )

/** The columns of the report as a table. */
export const reportColumns: readonly {
  id: string
  label: string
  value: (entry: RepairEntry) => string | null | readonly string[]
}[] = [
  { id: 'at', label: 'When (UTC)', value: ({ at }) => new Date(at).toISOString() },
  { id: 'verdict', label: 'Verdict', value: ({ verdict }) => verdict },
  { id: 'outcome', label: 'Outcome', value: ({ outcome }) => outcome },
  { id: 'volumeName', label: 'Volume', value: ({ volumeName }) => volumeName },
  { id: 'volumeId', label: 'Volume ID', value: ({ volumeId }) => volumeId },
  { id: 'instanceName', label: 'Instance', value: ({ instanceName }) => instanceName },
  { id: 'instanceId', label: 'Instance ID', value: ({ instanceId }) => instanceId },
  { id: 'attachmentId', label: 'Attachment ID', value: ({ attachmentId }) => attachmentId },
  { id: 'projectId', label: 'Project ID', value: ({ projectId }) => projectId },
  {
    id: 'calls',
    label: 'Calls',
    value: ({ calls }) =>
      calls.map((call) => `${versionHeader(call)}: ${callText(call)} → ${call.status ?? '–'}`),
  },
  {
    id: 'requestIds',
    label: 'Request IDs',
    value: ({ calls }) => calls.flatMap(({ requestId }) => requestId ?? []),
  },
  { id: 'words', label: 'Words', value: ({ words }) => words },
]
