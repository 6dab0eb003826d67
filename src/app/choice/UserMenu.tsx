import AccountCircle from '@mui/icons-material/AccountCircleOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isOver } from '#src/model/attach/attachment-work.ts'
import { useAttachmentTasks } from '#src/queries/attach/attachment-work.ts'
import { signOutMutation, useScope } from '#src/queries/session.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

const UserMenuList = lazyPart(() => import('./UserMenuList.tsx').then((m) => m.UserMenuList))
const ConfirmDialog = lazyPart(() =>
  import('#src/ui/dialog/ConfirmDialog.tsx').then((m) => m.ConfirmDialog),
)

/** User menu: language, theme, sign out. */
export function UserMenu() {
  const { t } = useTranslation('frame')
  const { user } = useScope()
  const client = useQueryClient()
  const signOut = useMutation({
    ...signOutMutation,
    onSettled: async (result) => {
      const afterwards = await import('#src/app/session/sign-out.ts').catch(() => undefined)
      // After an upgrade the part is gone; nothing of the person may stay on the screen.
      if (!afterwards) return location.assign('/')
      await afterwards.afterSignOut(client, result)
    },
  })
  const unfinished = useAttachmentTasks().some(({ progress }) => !isOver(progress))
  const [asked, setAsked] = useState(false)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        color="inherit"
        aria-label={t('user.label', { name: user.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<AccountCircle />}
        onPointerEnter={UserMenuList.preload}
        onFocus={UserMenuList.preload}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 0, maxWidth: 180 }}
      >
        <Box
          component="span"
          sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {user.name}
        </Box>
      </Button>
      {anchor && (
        <Suspense>
          <UserMenuList
            anchor={anchor}
            onClose={() => setAnchor(null)}
            onSignOut={() => (unfinished ? setAsked(true) : signOut.mutate())}
          />
        </Suspense>
      )}
      {asked && (
        <Suspense>
          <ConfirmDialog
            title={t('user.signOutTitle')}
            confirmLabel={t('user.signOut')}
            pending={signOut.isPending}
            error={undefined}
            onConfirm={() => signOut.mutate()}
            onClose={() => setAsked(false)}
          >
            <Typography>{t('leave')}</Typography>
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  )
}
