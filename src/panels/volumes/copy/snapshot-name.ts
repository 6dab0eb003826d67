import { nameOf, type Volume } from '#src/model/volume/volume.ts'

/** What stands for the volume's name in the name of its snapshot. */
const placeholder = '{volume}'

/** The longest name that Cinder takes. */
export const longestName = 255

/** The name of a volume's snapshot by a pattern such as `{volume}-monday`; a volume's long name is cut to fit. */
export function snapshotNameFor(pattern: string, volume: Pick<Volume, 'id' | 'name'>): string {
  const around = pattern.replaceAll(placeholder, '').length
  const times = Math.max(1, pattern.split(placeholder).length - 1)
  const room = Math.max(0, Math.floor((longestName - around) / times))
  return pattern.replaceAll(placeholder, () => nameOf(volume).slice(0, room)).trim()
}
