import { expect, test } from 'vitest'

import { english } from './english.ts'
import { createI18n, tags } from './i18n.ts'

/** All texts in Simplified Chinese, by namespace: the page loads each by itself. */
const chinese = Object.fromEntries(
  Object.entries(import.meta.glob<Texts>('./zh-CN/*.json', { eager: true, import: 'default' })).map(
    ([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts],
  ),
)

type Texts = { [key: string]: string | Texts }

/** Plural forms differ from language to language: English has two, Chinese one. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')

function keysOf(texts: Texts, above = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[withoutPlural(`${above}${key}`), value] as const]
        : [...keysOf(value, `${above}${key}.`)],
    ),
  )
}

const placeholders = (text: string) => [...new Set(text.match(/{{\w+}}/g))].toSorted()

test('both languages have the same texts', () => {
  expect([...keysOf(chinese).keys()].toSorted()).toEqual([...keysOf(english).keys()].toSorted())
})

test('a text and its translation have the same placeholders', () => {
  const translated = keysOf(chinese)
  const differing = [...keysOf(english)].filter(([key, text]) => {
    const other = placeholders(translated.get(key) ?? '').filter((one) => one !== '{{count}}')
    return (
      other.join() !==
      placeholders(text)
        .filter((one) => one !== '{{count}}')
        .join()
    )
  })
  expect(differing).toEqual([])
})

test('nothing is left without words', () => {
  for (const texts of [english, chinese])
    for (const [key, text] of keysOf(texts)) expect(text.trim(), key).not.toBe('')
})

test('every part of the page finds its texts, in either language', async () => {
  const texts = createI18n()
  for (const language of tags) {
    await texts.changeLanguage(language)
    await texts.loadNamespaces(Object.keys(english))
    const missing = Object.keys(english).filter((name) => !texts.hasResourceBundle(language, name))
    expect(missing).toEqual([])
  }
})
