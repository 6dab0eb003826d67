import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Destination, SignedIn, SignInOptions } from '#src/model/session.ts'

import { ApplicationCredentialForm } from './ApplicationCredentialForm.tsx'
import { type Credentials, PasswordForm } from './PasswordForm.tsx'
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
  return (
    <Stack spacing={2}>
      {webSso.length > 0 && (
        <>
          <WebSsoButtons choices={webSso} destination={destination} replaces={replaces} />
          {way && <Divider>{t('or')}</Divider>}
        </>
      )}
      {passwords && (
        <Tabs
          value={way}
          variant="fullWidth"
          aria-label={t('ways.label')}
          onChange={(_event, next: Way) => setWay(next)}
        >
          <Tab value="password" label={t('ways.keystone')} />
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
          onSignedIn={onSignedIn}
        />
      )}
      {way === 'application-credential' && (
        <ApplicationCredentialForm destination={destination} onSignedIn={onSignedIn} />
      )}
    </Stack>
  )
}
