import i18next, { type BackendModule, type i18n, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'

import { atFirstSign } from '#src/ui/on-first-input.ts'

import { firstTexts } from './first-texts.ts'

/** The languages that there are, with their own names. */
export const languages = { en: 'English', 'zh-CN': '简体中文' } as const

export type Language = keyof typeof languages

/** Their tags, as in `<html lang>`. */
export const tags: readonly Language[] = ['en', 'zh-CN']

const isLanguage = (tag: string): tag is Language => tag in languages
const storageKey = 'mooring.language'

/** The reader's language: the one chosen here before, else the first of the browser's that we have. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(storageKey)
  if (chosen !== null && isLanguage(chosen)) return chosen
  for (const tag of navigator.languages) {
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'en'
}

const files = import.meta.glob<ResourceKey>(
  ['./{en,zh-CN}/*.json', '!./en/{frame,ui,volumes}.json'],
  { import: 'default' },
)

/** Reads the texts of a language and a part of the page when they are first needed. */
const textFiles: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init: () => undefined,
  read(language, namespace, tell) {
    const load = files[`./${language}/${namespace}.json`]
    if (!load) return tell(new Error(`There are no texts ${namespace} in ${language}`), false)
    load().then(
      (texts) => tell(null, texts),
      (error: Error) => tell(error, true),
    )
  },
}

/** The texts, in English until another language has been loaded. Those of the first page are there at once, others come when needed. */
export function createI18n(): i18n {
  const texts = i18next.createInstance()
  void texts
    .use(textFiles)
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      ns: Object.keys(firstTexts),
      resources: { en: firstTexts },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      initAsync: false,
    })
  return texts
}

const namespaces = Object.keys(files).flatMap(
  (path) => /^\.\/zh-CN\/(\w+)\.json$/.exec(path)?.[1] ?? [],
)

/**
 * Reads all other texts when the person first moves or touches anything: before they are needed, for what is drawn next should
 * not have to wait for its words.
 */
export function readTextsAhead(texts: i18n): void {
  atFirstSign([() => texts.loadNamespaces(namespaces)])
}

/** Changes the language, and remembers it where the reader has `chosen` it. */
export async function speakLanguage(
  texts: i18n,
  language: Language,
  { chosen }: { chosen: boolean },
): Promise<void> {
  if (chosen) localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  await texts.changeLanguage(language)
}
