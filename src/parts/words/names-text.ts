import type { TFunction } from 'i18next'

const most = 5

/** Names in a sentence: the first few, and how many more there are. */
export function namesText(
  t: TFunction<'attachments'>,
  things: readonly { name: string }[],
): string {
  const names = things.slice(0, most).map(({ name }) => name)
  const rest = things.length - names.length
  return rest > 0 ? t('andMore', { names: names.join(', '), count: rest }) : names.join(', ')
}
