import { type Dispatch, type SetStateAction, useCallback, useEffect, useState } from 'react'

type Selection = ReadonlySet<string>

const isText = (value: unknown): value is string => typeof value === 'string'

function read(key: string): Selection {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter(isText) : [])
  } catch {
    return new Set()
  }
}

/** Ids of what is selected, kept in this tab under `key`, so that reloading the page does not lose them. */
export function useKeptSelection(key: string): [Selection, Dispatch<SetStateAction<Selection>>] {
  const [kept, setKept] = useState(() => ({ key, ids: read(key) }))
  if (kept.key !== key) setKept({ key, ids: read(key) })
  // The tab's storage follows what is selected.
  useEffect(() => {
    if (kept.ids.size === 0) sessionStorage.removeItem(kept.key)
    else sessionStorage.setItem(kept.key, JSON.stringify([...kept.ids]))
  }, [kept])
  const change = useCallback(
    (next: SetStateAction<Selection>) =>
      setKept((now) => ({ ...now, ids: typeof next === 'function' ? next(now.ids) : next })),
    [],
  )
  return [kept.ids, change]
}
