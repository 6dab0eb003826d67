/** What a shell takes as it is. A `=` in front is a command of its own to some. */
const plain = /^(?!=)[\w@%+=:,./-]+$/

/** One word for a POSIX shell, in quotes where it needs them. */
export const shellWord = (text: string): string =>
  plain.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/**
 * A command of the `openstack` client, ready to be pasted into a shell.
 * @param words of the command, one space between, such as `volume set`
 * @param rest options and arguments; those that are undefined are left out
 */
export const openstackCommand = (words: string, ...rest: (string | undefined)[]): string =>
  ['openstack', words, ...rest.filter((one) => one !== undefined).map(shellWord)].join(' ')

/**
 * An option with its value, as `openstackCommand` takes it; nothing where there is no value. A value that begins with `-` looks
 * like another option, unless it stands in the same word.
 */
export function option(name: string, value: string | number | undefined): string[] {
  if (value === undefined || value === '') return []
  const text = String(value)
  return text.startsWith('-') ? [`--${name}=${text}`] : [`--${name}`, text]
}

/** What a command is about, behind all options: set apart by `--` where it looks like one. */
export function operands(...words: (string | undefined)[]): string[] {
  const given = words.filter((word) => word !== undefined)
  return given.some((word) => word.startsWith('-')) ? ['--', ...given] : given
}
