import MenuIcon from '@mui/icons-material/Menu'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import IconButton from '@mui/material/IconButton'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useScope } from '#src/queries/session.ts'
import { Hint } from '#src/ui/form/Hint.tsx'
import { Logo } from '#src/ui/Logo.tsx'

import { PlaceSwitch } from './choice/PlaceSwitch.tsx'
import { UserMenu } from './choice/UserMenu.tsx'

/** Top bar: home, project and region switches, user menu. */
export function TopBar({ onOpenNavigation }: { onOpenNavigation?: () => void }) {
  const { t } = useTranslation('frame')
  const { embedded } = useScope()
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 0.5, sm: 1.5 },
        px: { xs: 1, sm: 2 },
        height: 52,
        flexShrink: 0,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {onOpenNavigation && (
        <IconButton aria-label={t('navigation.open')} onClick={onOpenNavigation}>
          <MenuIcon />
        </IconButton>
      )}
      <Box
        component={Link}
        to="/project/volumes"
        aria-label="Mooring"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          color: 'text.primary',
          textDecoration: 'none',
          fontWeight: 700,
          fontSize: 16,
        }}
      >
        <Logo />
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
          Mooring
        </Box>
      </Box>
      <PlaceSwitch />
      <Box sx={{ flex: 1 }} />
      {embedded && (
        <Hint title={t('embedded.hint')}>
          {(describedBy) => (
            <Chip
              size="small"
              variant="outlined"
              tabIndex={0}
              aria-describedby={describedBy}
              label={t('embedded.chip')}
              sx={{ display: { xs: 'none', sm: 'flex' } }}
            />
          )}
        </Hint>
      )}
      <UserMenu />
    </Box>
  )
}
