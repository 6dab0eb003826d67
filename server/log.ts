import { pino } from 'pino'

import type { Log } from '#server/http/request-log.ts'

/** Structured lines on standard output; with the embedded cloud only what went wrong. */
export function createLog({ embedded }: { embedded: boolean }): Log {
  const logger = pino({
    level: embedded ? 'warn' : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  })
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  }
}
