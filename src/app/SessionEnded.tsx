import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { SignedIn } from '#src/model/session.ts'
import { signInGate } from '#src/openstack/sign-in-gate.ts'
import { SignInForm } from '#src/panels/sign-in/SignInForm.tsx'
import { signOutMutation } from '#src/queries/session.ts'

import { leave } from './leave.ts'
import { router } from './router.tsx'

/** Asks for sign-in over the page when the session has ended; then all goes on where it was. */
export function SessionEnded({ session }: { session: SignedIn }) {
  const { t } = useTranslation('frame')
  const client = useQueryClient()
  const beginAnew = async () => {
    await router.navigate({ to: '/' })
    await leave(client)
  }
  const another = useMutation({ ...signOutMutation, onSettled: beginAnew })
  const goOn = (now: SignedIn) => {
    const same = now.user.id === session.user.id && now.project.id === session.project.id
    if (same) return signInGate.open()
    void beginAnew()
  }
  return (
    // Above dialogs that are open, so that nothing of the page has to go.
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="session-ended" sx={{ zIndex: 1500 }}>
      <DialogTitle id="session-ended">{t('ended.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2.5 }}>{t('ended.text')}</Typography>
        <SignInForm
          initial={{ userName: session.user.name, domain: session.user.domainName }}
          place={{ projectId: session.project.id, region: session.region }}
          onSignedIn={goOn}
        />
        <Box sx={{ mt: 2.5, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Button
            size="small"
            aria-describedby="session-ended-other"
            loading={another.isPending}
            onClick={() => another.mutate()}
          >
            {t('ended.other')}
          </Button>
          <Typography id="session-ended-other" variant="body2" color="textSecondary">
            {t('ended.otherHint')}
          </Typography>
        </Box>
      </DialogContent>
    </Dialog>
  )
}
