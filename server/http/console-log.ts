import type { Log } from './request-log.ts'

const wordsOf = (value: unknown) =>
  value instanceof Error ? `${value.name}: ${value.message}` : String(value)

/**
 * Puts what libraries write to the console into the log. The HTTP adapter has no other way to report an answer that
 * was cut off on its way, and each line of the log is one JSON object.
 */
export function logConsole(log: Log, target: Pick<Console, 'error' | 'warn' | 'info'>): void {
  for (const level of ['error', 'warn', 'info'] as const)
    target[level] = (...words: unknown[]) =>
      log[level === 'error' ? 'warn' : level](
        { said: words.map(wordsOf).join(' ') },
        'the HTTP server reported',
      )
}
