/** A field of an answer: where it is, such as `attachments[0].status`, and what it holds; null where that is kept back. */
export type FlatField = { path: string; text: string | null }

/** Names of fields that may hold what opens a way to the storage: connection_info has `auth_password` and the like. */
const secret = /password|secret|passphrase|token|keyring|encryption_key|auth_/i

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value)

/** All fields of an answer, one after the other; secrets are kept back. */
export function flatFields(value: unknown, path = ''): FlatField[] {
  if (isList(value)) {
    if (value.length === 0) return [{ path, text: '[]' }]
    return value.flatMap((one, place) => flatFields(one, `${path}[${place}]`))
  }
  if (isPlain(value)) {
    const fields = Object.entries(value)
    if (fields.length === 0) return [{ path, text: '{}' }]
    return fields.flatMap(([name, one]) => {
      const own = path === '' ? name : `${path}.${name}`
      return secret.test(name) && one !== null && typeof one !== 'object'
        ? [{ path: own, text: null }]
        : flatFields(one, own)
    })
  }
  return [{ path, text: typeof value === 'string' ? value : JSON.stringify(value) }]
}

/** An answer without the name that it is wrapped in: `{ volume: … }` is the volume. */
export function unwrapped(value: unknown): unknown {
  if (!isPlain(value)) return value
  const [only, ...others] = Object.values(value)
  return only !== undefined && others.length === 0 && isPlain(only) ? only : value
}
