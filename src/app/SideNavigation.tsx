import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import ListSubheader from '@mui/material/ListSubheader'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const panels = [
  { to: '/project/volumes', title: 'navigation.volumes' },
  { to: '/project/snapshots', title: 'navigation.snapshots' },
  { to: '/project/instances', title: 'navigation.instances' },
  { to: '/project/sharing', title: 'navigation.sharing' },
] as const

/** The panels that there are. */
export function SideNavigation({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation('frame')
  const { pathname } = useLocation()
  return (
    <Box component="nav" aria-label={t('navigation.label')}>
      <List
        dense
        subheader={
          <ListSubheader sx={{ bgcolor: 'transparent' }}>{t('navigation.project')}</ListSubheader>
        }
      >
        {panels.map(({ to, title }) => (
          <ListItem key={to} disablePadding>
            <ListItemButton
              component={Link}
              to={to}
              selected={pathname.startsWith(to)}
              aria-current={pathname.startsWith(to) ? 'page' : undefined}
              {...(onChosen && { onClick: onChosen })}
            >
              <ListItemText>{t(title)}</ListItemText>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Box>
  )
}
