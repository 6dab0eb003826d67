/** Formats of each language, made once: making one takes far longer than using it. */
function perLanguage<Format>(make: (language: string) => Format): (language: string) => Format {
  const made = new Map<string, Format>()
  return (language) => {
    const format = made.get(language) ?? make(language)
    made.set(language, format)
    return format
  }
}

const numbers = perLanguage((language) => new Intl.NumberFormat(language))
/** Chinese writes 年, 月 and 日 between the numbers unless it is to be short, which is too wide for a column. */
const dates = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      dateStyle: language.startsWith('zh') ? 'short' : 'medium',
    }),
)
const moments = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' }),
)
const spans = perLanguage((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))

/** A number as people of the language write it. */
export const count = (value: number, language: string): string => numbers(language).format(value)

/** A size in GiB, such as `1,000 GiB`. */
export const gibibytes = (value: number, language: string): string =>
  `${count(value, language)} GiB`

/** A moment to the second, in the reader's zone, with the zone's name. */
export const exactTime = (ms: number, language: string): string => moments(language).format(ms)

const units = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
] as const

/** How long ago a moment was, up to a week; after that its date. */
export function relativeTime(ms: number, now: number, language: string): string {
  let amount = (ms - now) / 1_000
  const format = spans(language)
  for (const [unit, size] of units) {
    // Rounded before it is compared, for 59.7 minutes are an hour and not 60 minutes.
    if (Math.abs(Math.round(amount)) < size) return format.format(Math.round(amount), unit)
    amount /= size
  }
  return dates(language).format(ms)
}

const longUnits = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** How long something took, such as `1 min 5 sec`: its largest unit, and what is over in the next one. */
export function duration(ms: number, language: string): string {
  let rest = Math.max(0, Math.round(ms / 1_000))
  const amounts = longUnits.map(([unit, size]) => {
    const amount = Math.floor(rest / size)
    rest -= amount * size
    return { unit, amount }
  })
  const largest = amounts.findIndex(({ amount }) => amount > 0)
  const [first, next] = amounts.slice(largest)
  return [...(first ? [first] : []), ...(next && next.amount > 0 ? [next] : [])]
    .map(({ unit, amount }) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
    )
    .join(' ')
}
