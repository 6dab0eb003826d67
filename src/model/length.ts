/** The most characters in a name or a description: cinder/db/sqlalchemy/models.py, String(255). */
export const longestText = 255

/** How many characters a text has as Cinder counts them, which is by code points: an emoji is one, and not two as in `length`. */
export const lengthOf = (text: string): number => Array.from(text).length

/** Whether Cinder takes a text as a name or a description. */
export const isTooLong = (text: string): boolean =>
  text.length > longestText && lengthOf(text) > longestText
