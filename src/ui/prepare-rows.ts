import { count, exactTime, relativeTime } from './formats.ts'
import { textWidth } from './text-width.ts'

/** Makes what the first row of a table would otherwise have to wait for: formats, and what texts are measured on. */
export function prepareRows(language: string): void {
  count(0, language)
  exactTime(0, language)
  relativeTime(0, 0, language)
  textWidth(' ', 'system-ui')
}
