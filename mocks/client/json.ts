/** The value at a path of keys and indexes in JSON of which nothing is known. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here = value
  for (const key of path)
    here =
      typeof here === 'object' && here !== null
        ? Object.entries(here).find(([name]) => name === String(key))?.[1]
        : undefined
  return here
}

export const listAt = (value: unknown, ...path: (string | number)[]): unknown[] => {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

/** A text, or a number as text; empty where there is neither. */
export const textAt = (value: unknown, ...path: (string | number)[]): string => {
  const found = at(value, ...path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

/** The values of one field over a list. */
export const eachAt = (list: readonly unknown[], ...path: (string | number)[]): unknown[] =>
  list.map((one) => at(one, ...path))

/** The entry of a list that has this name. */
export const named = (list: readonly unknown[], name: string): unknown =>
  list.find((one) => at(one, 'name') === name)
