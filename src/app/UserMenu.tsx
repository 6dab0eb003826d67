import AccountCircle from '@mui/icons-material/AccountCircleOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isOver } from '#src/model/attachment-work.ts'
import { stayHere } from '#src/panels/sign-in/web-sso-visit.ts'
import { useAttachmentTasks } from '#src/queries/attachment-work.ts'
import { signOutMutation, useSession } from '#src/queries/session.ts'
import { noteSignOut } from '#src/queries/sign-out-note.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

import { leave } from './leave.ts'

const UserMenuList = lazyPart(() => import('./UserMenuList.tsx').then((m) => m.UserMenuList))
const ConfirmDialog = lazyPart(() =>
  import('#src/ui/ConfirmDialog.tsx').then((m) => m.ConfirmDialog),
)

/** User menu: language, theme, sign out. */
export function UserMenu() {
  const { t } = useTranslation('frame')
  const { user } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = useMutation({
    ...signOutMutation,
    onSettled: async (result) => {
      stayHere()
      if (result?.goTo !== undefined) return location.assign(result.goTo)
      await navigate({ to: '/' })
      await leave(client)
      noteSignOut(client, result?.notRevoked)
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
