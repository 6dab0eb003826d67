import AccountCircle from '@mui/icons-material/AccountCircleOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useColorScheme } from '@mui/material/styles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { signOutMutation, startAfresh, useSession } from '#src/queries/session.ts'

import { type Language, languages, speakLanguage } from './languages/i18n.ts'

const modes = ['system', 'light', 'dark'] as const
const tags: readonly Language[] = ['en', 'zh-CN']

/** Oneself: language, theme, sign-out. */
export function UserMenu() {
  const { t, i18n } = useTranslation('frame')
  const { user } = useSession()
  const client = useQueryClient()
  const leave = useMutation({ ...signOutMutation, onSettled: () => startAfresh(client) })
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
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <ListSubheader>{t('user.language')}</ListSubheader>
        {tags.map((tag) => (
          <MenuItem
            key={tag}
            dense
            lang={tag}
            role="menuitemradio"
            aria-checked={i18n.language === tag}
            selected={i18n.language === tag}
            onClick={() => void speakLanguage(i18n, tag, { chosen: true })}
          >
            {languages[tag]}
          </MenuItem>
        ))}
        <ListSubheader>{t('user.theme')}</ListSubheader>
        {modes.map((one) => (
          <MenuItem
            key={one}
            dense
            role="menuitemradio"
            aria-checked={mode === one}
            selected={mode === one}
            onClick={() => setMode(one)}
          >
            {t(`user.themes.${one}`)}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem dense onClick={() => leave.mutate()}>
          {t('user.signOut')}
        </MenuItem>
      </Menu>
    </>
  )
}
