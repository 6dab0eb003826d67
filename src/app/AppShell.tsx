import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { Outlet, useMatches } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useAttachmentTasks } from '#src/queries/attach/attachment-work.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'

import { SessionEnding } from './session/SessionEnding.tsx'
import { SideNavigation } from './SideNavigation.tsx'
import { TopBar } from './TopBar.tsx'

const AttachmentTray = lazyPart(() => import('./AttachmentTray.tsx').then((m) => m.AttachmentTray))
const NavigationDrawer = lazyPart(() =>
  import('./NavigationDrawer.tsx').then((m) => m.NavigationDrawer),
)

/** The frame around every page: top bar, navigation, content, attachment tray. */
export function AppShell() {
  const { t } = useTranslation('frame')
  const wide = useMediaQuery('(min-width:900px)')
  const [drawerOpen, setDrawerOpen] = useState(false)
  const content = useRef<HTMLElement>(null)
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title })
  const busy = useAttachmentTasks().length > 0
  return (
    <Box sx={{ height: '100dvh', display: 'flex', flexDirection: 'column' }}>
      {title && <title>{`${t(title)} · Mooring`}</title>}
      <Box
        component="a"
        href="#content"
        // The address is the page's state, so it is left as it is.
        onClick={(event) => {
          event.preventDefault()
          content.current?.focus()
        }}
        sx={{
          position: 'absolute',
          left: -9999,
          zIndex: 2000,
          p: 1,
          bgcolor: 'background.paper',
          color: 'primary.main',
          '&:focus': { left: 8, top: 8 },
        }}
      >
        {t('skip')}
      </Box>
      <SessionEnding />
      <TopBar {...(!wide && { onOpenNavigation: () => setDrawerOpen(true) })} />
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        {wide ? (
          <Box sx={{ width: 196, borderRight: 1, borderColor: 'divider', overflow: 'auto' }}>
            <SideNavigation />
          </Box>
        ) : (
          drawerOpen && (
            <Suspense>
              <NavigationDrawer onClose={() => setDrawerOpen(false)} />
            </Suspense>
          )
        )}
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          <Box
            component="main"
            id="content"
            ref={content}
            tabIndex={-1}
            sx={{
              // Contains what is placed absolutely, so that only the page's content can scroll.
              position: 'relative',
              flex: 1,
              minHeight: 0,
              display: 'flex',
              flexDirection: 'column',
              overflow: 'auto',
              p: { xs: 1.5, sm: 2.5 },
              outline: 'none',
            }}
          >
            <Outlet />
          </Box>
          {busy && (
            <Suspense>
              <AttachmentTray />
            </Suspense>
          )}
        </Box>
      </Box>
    </Box>
  )
}
