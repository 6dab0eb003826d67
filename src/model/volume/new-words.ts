/** A name and a description. */
export type Words = { name: string; description: string }

/** A new name, a new description, or both. What is missing stays as it is, including changes by somebody else. */
export type NewWords = Partial<Words>

/** What in `words` differs from when the form was opened; undefined if nothing does. */
export function newWords(opened: Words, words: Words): NewWords | undefined {
  const change: NewWords = {
    ...(words.name !== opened.name && { name: words.name }),
    ...(words.description !== opened.description && { description: words.description }),
  }
  return Object.keys(change).length > 0 ? change : undefined
}
