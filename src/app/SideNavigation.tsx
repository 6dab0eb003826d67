import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import ListSubheader from '@mui/material/ListSubheader'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { isAdministrator } from '#src/model/cloud/role.ts'
import { useScope } from '#src/queries/session.ts'

const ofProject = [
  { to: '/project/volumes', title: 'navigation.volumes' },
  { to: '/project/snapshots', title: 'navigation.snapshots' },
  { to: '/project/instances', title: 'navigation.instances' },
  { to: '/project/sharing', title: 'navigation.sharing' },
] as const

const ofAllProjects = [
  { to: '/admin/volumes', title: 'navigation.volumes' },
  { to: '/admin/attachments', title: 'navigation.attachments' },
  { to: '/admin/volume-types', title: 'navigation.volumeTypes' },
  { to: '/admin/back-ends', title: 'navigation.backEnds' },
  { to: '/admin/hosts', title: 'navigation.hosts' },
] as const

type PanelLink = (typeof ofProject)[number] | (typeof ofAllProjects)[number]

/** The panels that this user may open. */
export function SideNavigation({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation('frame')
  const scope = useScope()
  return (
    <Box component="nav" aria-label={t('navigation.label')}>
      <PanelLinks title={t('navigation.project')} panels={ofProject} onChosen={onChosen} />
      {isAdministrator(scope) && (
        <PanelLinks title={t('navigation.admin')} panels={ofAllProjects} onChosen={onChosen} />
      )}
    </Box>
  )
}

function PanelLinks({
  title,
  panels,
  onChosen,
}: {
  title: string
  panels: readonly PanelLink[]
  onChosen: (() => void) | undefined
}) {
  const { t } = useTranslation('frame')
  const { pathname } = useLocation()
  return (
    <List
      dense
      aria-label={title}
      subheader={<ListSubheader sx={{ bgcolor: 'transparent' }}>{title}</ListSubheader>}
    >
      {panels.map((panel) => (
        <ListItem key={panel.to} disablePadding>
          <ListItemButton
            component={Link}
            to={panel.to}
            selected={pathname.startsWith(panel.to)}
            aria-current={pathname.startsWith(panel.to) ? 'page' : undefined}
            {...(onChosen && { onClick: onChosen })}
          >
            <ListItemText>{t(panel.title)}</ListItemText>
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  )
}
