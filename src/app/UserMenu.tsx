import AccountCircle from '@mui/icons-material/AccountCircleOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useColorScheme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isOver } from '#src/model/attachment-work.ts'
import { useAttachmentTasks } from '#src/queries/attachment-work.ts'
import { signOutMutation, useSession } from '#src/queries/session.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'

import { languages, speakLanguage, tags } from './languages/i18n.ts'
import { leave } from './leave.ts'
import { MenuChoice } from './MenuChoice.tsx'

const modes = ['system', 'light', 'dark'] as const

/** Oneself: language, theme, sign-out. */
export function UserMenu() {
  const { t, i18n } = useTranslation('frame')
  const { t: tAttach } = useTranslation('attachments')
  const { user, roles } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = useMutation({
    ...signOutMutation,
    onSettled: async () => {
      await navigate({ to: '/' })
      await leave(client)
    },
  })
  const unfinished = useAttachmentTasks().some(({ progress }) => !isOver(progress))
  const [asked, setAsked] = useState(false)
  const { mode, setMode } = useColorScheme()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        color="inherit"
        aria-label={t('user.label', { name: user.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<AccountCircle />}
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
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { sx: { minWidth: 220, maxWidth: 320 } } }}
      >
        <Box component="li" role="presentation" sx={{ px: 2, pb: 1, overflowWrap: 'anywhere' }}>
          <Typography sx={{ fontWeight: 650 }}>{user.name}</Typography>
          <Typography variant="body2" color="textSecondary">
            {[user.domainName, ...roles].join(' · ')}
          </Typography>
        </Box>
        <Divider component="li" />
        <Heading>{t('user.language')}</Heading>
        {tags.map((tag) => (
          <MenuChoice
            key={tag}
            lang={tag}
            selected={i18n.language === tag}
            onClick={() => void speakLanguage(i18n, tag, { chosen: true })}
          >
            {languages[tag]}
          </MenuChoice>
        ))}
        <Heading>{t('user.theme')}</Heading>
        {modes.map((one) => (
          <MenuChoice key={one} selected={mode === one} onClick={() => setMode(one)}>
            {t(`user.themes.${one}`)}
          </MenuChoice>
        ))}
        <Divider component="li" />
        <MenuItem dense onClick={() => (unfinished ? setAsked(true) : signOut.mutate())}>
          {t('user.signOut')}
        </MenuItem>
      </Menu>
      {asked && (
        <ConfirmDialog
          title={t('user.signOutTitle')}
          confirmLabel={t('user.signOut')}
          pending={signOut.isPending}
          error={undefined}
          onConfirm={() => signOut.mutate()}
          onClose={() => setAsked(false)}
        >
          <Typography>{tAttach('leave')}</Typography>
        </ConfirmDialog>
      )}
    </>
  )
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <ListSubheader role="presentation" sx={{ lineHeight: '32px', fontSize: 12.5 }}>
      {children}
    </ListSubheader>
  )
}
