import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import { english } from './english.ts'

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

/** The texts, in English until another language has been loaded. */
export function createI18n(): i18n {
  const texts = i18next.createInstance()
  void texts.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: english },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return texts
}

/** Changes the language, and remembers it where the reader has `chosen` it. */
export async function speakLanguage(
  texts: i18n,
  language: Language,
  { chosen }: { chosen: boolean },
): Promise<void> {
  if (language === 'zh-CN' && !texts.hasResourceBundle(language, 'ui')) {
    const { chinese } = await import('./chinese.ts')
    for (const [namespace, words] of Object.entries(chinese))
      texts.addResourceBundle(language, namespace, words)
  }
  if (chosen) localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  await texts.changeLanguage(language)
}
