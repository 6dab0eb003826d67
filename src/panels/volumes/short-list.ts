/** How many names are spelled out. */
const namesShown = 10

/** Names in one line, the first of them where there are many. */
export const shortList = (names: readonly string[]): string =>
  names.length > namesShown ? `${names.slice(0, namesShown).join(', ')}, …` : names.join(', ')
