import { decodeScope, encodeScope, type WindowScope } from '#src/model/cloud/session.ts'

const key = 'mooring.scope'

// Other than a cookie this belongs to one tab, and outlives its reload.
const storage = () => ('sessionStorage' in globalThis ? sessionStorage : undefined)

/** The scope that this window shows, also after a reload; undefined in a new window. */
export function windowScope(): WindowScope | undefined {
  const text = storage()?.getItem(key)
  return text === null || text === undefined ? undefined : decodeScope(text)
}

/** Notes the scope that this window shows from now on. */
export function setWindowScope(scope: WindowScope | undefined): void {
  if (scope) storage()?.setItem(key, encodeScope(scope))
  else storage()?.removeItem(key)
}
