import { Refusal } from '#mocks/cloud/refusal.ts'
import { since, type Ask } from '#mocks/handlers/ask.ts'
import { strangersIn } from '#mocks/handlers/validation.ts'

/** Nova's refusal of a value in a query. */
export const invalidQuery = (name: string, value: string, why: string) =>
  new Refusal(400, `Invalid input for query parameters ${name}. Value: ${value}. ${why}`)

/**
 * Refuses, from microversion 2.`from` on, parameters that are none of `known`: lists of what there is much of since 2.75 (hypervisors
 * since 2.53), nearly everything else since 2.102; a server's one attachment and a project's default quotas never do.
 */
export function checkQuery(ask: Ask, from: 53 | 75 | 102, known: readonly string[] = []): void {
  const strangers = strangersIn(Object.fromEntries(ask.query), known)
  if (strangers && since(ask, 2, from)) throw new Refusal(400, strangers)
}

/** A number of the query, undefined where there is none. */
export function countIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (!/^[0-9]*$/.test(text)) throw invalidQuery(name, text, `'${text}' does not match '^[0-9]*$'`)
  return Number(text)
}

/** A moment that a query names, in ms since the epoch; in UTC where it says no zone. */
export function momentOf(name: string, text: string): number {
  const moment = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
  if (Number.isNaN(moment)) throw invalidQuery(name, text, `'${text}' is not a 'date-time'`)
  return moment
}
