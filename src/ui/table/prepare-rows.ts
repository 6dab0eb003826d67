import { textWidth } from '#src/ui/chips/text-width.ts'
import { count, exactTime, relativeTime } from '#src/ui/formats.ts'

/** Makes what the first row of a table would otherwise have to wait for: formats, and what texts are measured on. */
export function prepareRows(language: string): void {
  count(0, language)
  exactTime(0, language)
  relativeTime(0, 0, language)
  textWidth(' ', 'system-ui')
}
