const plain = /^[\u0021-\u007E]+(?: [\u0021-\u007E]+)*$/

/**
 * A text as it is searched in and for: without regard to letter case, to the Unicode form in which the same is written, and to the
 * number and kind of spaces, of which a page shows one. The same in every browser, whatever its language.
 */
export function folded(text: string): string {
  // Most names are in ASCII, and thousands are gone through at each key.
  if (plain.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}

/** Whether one of the texts contains what is wanted, which is folded already; those that are missing contain nothing. */
export const contains = (texts: readonly (string | null | undefined)[], wanted: string): boolean =>
  texts.some((text) => typeof text === 'string' && folded(text).includes(wanted))
