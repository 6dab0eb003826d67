import { readFileSync } from 'node:fs'

import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** The English texts, for tests of what is drawn. Read from the file, since `ui` imports nothing of ours. */
export const speakEnglish = () =>
  i18next.use(initReactI18next).init({
    lng: 'en',
    ns: ['ui'],
    resources: { en: { ui: JSON.parse(readFileSync('src/app/languages/en/ui.json', 'utf8')) } },
  })
