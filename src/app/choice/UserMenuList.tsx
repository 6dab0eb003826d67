import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useColorScheme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { languages, speakLanguage, tags } from '#src/app/languages/i18n.ts'
import { useScope } from '#src/queries/session.ts'

import { MenuChoice } from './MenuChoice.tsx'

const modes = ['system', 'light', 'dark'] as const

/** The user's settings and sign-out, in a menu open at `anchor`. */
export function UserMenuList({
  anchor,
  onClose,
  onSignOut,
}: {
  anchor: HTMLElement
  onClose: () => void
  onSignOut: () => void
}) {
  const { t, i18n } = useTranslation('frame')
  const { user, roles } = useScope()
  const { mode, setMode } = useColorScheme()
  const { domainName, identityProvider: provider } = user
  const from = provider === undefined ? domainName : t('user.provider', { name: provider })
  const who = [from, ...roles].join(' · ')
  return (
    <Menu
      anchorEl={anchor}
      open
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { sx: { minWidth: 220, maxWidth: 320 } } }}
    >
      <Box component="li" role="presentation" sx={{ px: 2, pb: 1, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 650 }}>{user.name}</Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          title={who}
          // Some people have a hundred roles, and their name has to stay in sight.
          sx={{
            display: '-webkit-box',
            WebkitBoxOrient: 'vertical',
            WebkitLineClamp: 3,
            overflow: 'hidden',
          }}
        >
          {who}
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
      <MenuItem dense onClick={onSignOut}>
        {t('user.signOut')}
      </MenuItem>
    </Menu>
  )
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <ListSubheader role="presentation" sx={{ lineHeight: '32px', fontSize: 12.5 }}>
      {children}
    </ListSubheader>
  )
}
