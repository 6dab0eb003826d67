/** A value that came as JSON, of which nothing is known yet. */
export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object in a field, or an empty one. */
export const objectIn = (value: unknown, field: string): Json => {
  const inner = isObject(value) ? value[field] : undefined
  return isObject(inner) ? inner : {}
}

/** The entry of that name, which may be one that every object inherits something by (`constructor`). */
export const own = <T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): T | undefined => (record && Object.hasOwn(record, name) ? record[name] : undefined)

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** What OpenStack takes for yes and no in a query or a body; undefined for anything else. */
export function booleanOf(value: unknown): boolean | undefined {
  const word = String(value).toLowerCase()
  if (['1', 't', 'true', 'on', 'y', 'yes'].includes(word)) return true
  if (['0', 'f', 'false', 'off', 'n', 'no'].includes(word)) return false
  return undefined
}

/** `2026-11-23T20:08:44.000000`: how databases give a time back, in whole seconds. */
export const databaseTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}.000000`
export const databaseTimeOrNull = (ms: number | null) => (ms === null ? null : databaseTime(ms))

/** `2026-11-23T20:08:44.123000`: a time that has not been through a database yet. */
export const freshTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 23)}000`

/** `2026-11-23T20:08:44Z` */
export const zuluTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** A value as Python's `repr` writes it, which is how validation messages quote what was sent. */
export function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string')
    return value.includes("'") && !value.includes('"')
      ? `"${value}"`
      : `'${value.replaceAll("'", String.raw`\'`)}'`
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([key, inner]) => `${pythonRepr(key)}: ${pythonRepr(inner)}`)
      .join(', ')}}`
  return typeof value === 'number' ? String(value) : ''
}

/** A value as Python's `str` writes it. */
export const pythonText = (value: unknown) =>
  typeof value === 'string' ? value : pythonRepr(value)
