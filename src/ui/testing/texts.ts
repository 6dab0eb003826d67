import { readFileSync } from 'node:fs'

import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

const textsOf = (part: string) =>
  JSON.parse(readFileSync(`src/app/languages/en/${part}.json`, 'utf8'))

/** The English texts, for tests of what is drawn. Read from the file, since `ui` imports nothing of ours. */
export const speakEnglish = () =>
  i18next.use(initReactI18next).init({
    lng: 'en',
    ns: ['ui', 'dialogs', 'errors'],
    resources: {
      en: { ui: textsOf('ui'), dialogs: textsOf('dialogs'), errors: textsOf('errors') },
    },
  })
