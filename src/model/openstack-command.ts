/** What a shell takes as it is. */
const plain = /^[\w@%+=:,./-]+$/

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

/** An option with its value, as `openstackCommand` takes it; nothing where there is no value. */
export const option = (name: string, value: string | number | undefined): string[] =>
  value === undefined || value === '' ? [] : [`--${name}`, String(value)]
