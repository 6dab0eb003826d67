import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'

import { languages, speakLanguage, tags } from '#src/app/languages/i18n.ts'

/** The languages, each by its own name, for those who are not signed in. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('frame')
  return (
    <Stack direction="row" spacing={1} role="group" aria-label={t('user.language')}>
      {tags.map((tag) => (
        <Button
          key={tag}
          lang={tag}
          color="inherit"
          aria-pressed={i18n.language === tag}
          onClick={() => void speakLanguage(i18n, tag, { chosen: true })}
          sx={{
            color: i18n.language === tag ? 'text.primary' : 'text.secondary',
            fontWeight: i18n.language === tag ? 650 : 400,
          }}
        >
          {languages[tag]}
        </Button>
      ))}
    </Stack>
  )
}
