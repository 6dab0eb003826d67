import { folded } from '#src/model/search-text.ts'

/** What an option is found by. */
export type Findable = { id: string; label: string; detail?: string; obstacle?: string }

/** Those options that hold every word of the query in label, detail or id; those that can't be picked come last. */
export function findOptions<Option extends Findable>(
  options: readonly Option[],
  query: string,
): Option[] {
  const words = folded(query).split(' ')
  const found = options.filter(({ id, label, detail = '' }) => {
    const text = folded(`${label} ${detail} ${id}`)
    return words.every((word) => text.includes(word))
  })
  return [
    ...found.filter(({ obstacle }) => obstacle === undefined),
    ...found.filter(({ obstacle }) => obstacle !== undefined),
  ]
}
