/** The most characters in a name or a description: cinder/db/sqlalchemy/models.py, String(255). */
export const longestText = 255

/** The length of a text as Cinder counts it, in code points: an emoji counts once, while `length` counts it twice. */
export const lengthOf = (text: string): number => Array.from(text).length

/** Whether a text is too long for a name or a description. */
export const isTooLong = (text: string): boolean =>
  text.length > longestText && lengthOf(text) > longestText
