/** What something is called and described by. */
export type Words = { name: string; description: string }

/** A new name, a new description, or both; what is not given stays as it is, also what somebody else is just changing. */
export type NewWords = Partial<Words>

/** What of `words` is another than when the form was opened; undefined where nothing is. */
export function newWords(opened: Words, words: Words): NewWords | undefined {
  const change: NewWords = {
    ...(words.name !== opened.name && { name: words.name }),
    ...(words.description !== opened.description && { description: words.description }),
  }
  return Object.keys(change).length > 0 ? change : undefined
}
