import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Destination, SignedIn, SignInOptions } from '#src/model/cloud/session.ts'

import { ApplicationCredentialForm } from './ApplicationCredentialForm.tsx'
import type { Credentials } from './credentials.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { WebSsoButtons } from './WebSsoButtons.tsx'

type Way = 'password' | 'application-credential'

/** All ways to sign in that the settings offer. */
export function SignInWays({
  options,
  initial,
  destination,
  replaces,
  onSignedIn,
}: {
  options: SignInOptions
  initial: Partial<Credentials>
  destination: Destination
  /** The user whose session the page shows; the page stays as it is then. */
  replaces?: string
  onSignedIn?: (session: SignedIn) => void
}) {
  const { t } = useTranslation('signIn')
  const { webSso, passwords } = options
  const [way, setWay] = useState<Way | undefined>(passwords ? 'password' : undefined)
  // Who has begun one way finds the others by going back.
  const [begun, setBegun] = useState(false)
  return (
    <Stack spacing={2.5}>
      {webSso.length > 0 && !begun && (
        <>
          <WebSsoButtons choices={webSso} destination={destination} replaces={replaces} />
          {way && (
            <Divider sx={{ typography: 'body2', color: 'text.secondary' }}>{t('or')}</Divider>
          )}
        </>
      )}
      {passwords && !begun && (
        <Tabs
          value={way}
          variant="fullWidth"
          aria-label={t('ways.label')}
          onChange={(_event, next: Way) => setWay(next)}
          // Each as wide as its text asks for, so that none needs two lines.
          sx={{ '& .MuiTab-root': { flexBasis: 'auto', minWidth: 0, px: 1 } }}
        >
          <Tab value="password" label={t('ways.password')} />
          <Tab value="application-credential" label={t('ways.applicationCredential')} />
        </Tabs>
      )}
      {way === undefined && (
        <Button onClick={() => setWay('application-credential')}>
          {t('ways.useApplicationCredential')}
        </Button>
      )}
      {way === 'password' && (
        <PasswordForm
          initial={initial}
          options={options}
          destination={destination}
          onStep={setBegun}
          onSignedIn={onSignedIn}
        />
      )}
      {way === 'application-credential' && (
        <ApplicationCredentialForm destination={destination} onSignedIn={onSignedIn} />
      )}
    </Stack>
  )
}
