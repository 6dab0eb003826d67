import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import type { ListFlaws } from '#src/model/cloud/listed.ts'
import { namesText } from '#src/parts/words/names-text.ts'

/** The reasons of so many are shown. */
const mostReasons = 3

/** What is missing from a list, by name, and why. */
export function ListFlawsNotice({ flaws: { unread, cutShort } }: { flaws: ListFlaws }) {
  const { t } = useTranslation('lists')
  const { t: tNames } = useTranslation('attachments')
  const named = unread.map(({ id, name, why }) => ({ name: name ?? id ?? t('nameless'), why }))
  return (
    <Alert severity="warning" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
      {named.length > 0 && (
        <>
          {t('unread', { count: named.length, names: namesText(tNames, named) })}
          <Box
            component="ul"
            sx={{ my: 0.5, pl: 2, fontSize: 12, fontFamily: 'monospace', opacity: 0.85 }}
          >
            {named.slice(0, mostReasons).map(({ name, why }) => (
              <li key={`${name} ${why}`}>{`${name}: ${why}`}</li>
            ))}
          </Box>
        </>
      )}
      {cutShort && <Box>{t('cutShort')}</Box>}
    </Alert>
  )
}
