const plain = /^[\u0021-\u007E]+(?: [\u0021-\u007E]+)*$/

/**
 * Normalizes a text for searching: ignores letter case, Unicode form, and the number and kind of spaces (a page shows one). Does not
 * depend on the browser's language.
 */
export function folded(text: string): string {
  // Fast path: most names are ASCII, and thousands are searched on each keystroke.
  if (plain.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}

/** Whether one of the texts contains `wanted`, which must be folded already. */
export const contains = (texts: readonly (string | null | undefined)[], wanted: string): boolean =>
  texts.some((text) => typeof text === 'string' && folded(text).includes(wanted))
