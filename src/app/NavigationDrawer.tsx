import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'

import { SideNavigation } from './SideNavigation.tsx'

/** Navigation as a drawer over the page, on narrow screens; open as long as it is rendered. */
export const NavigationDrawer = ({ onClose }: { onClose: () => void }) => (
  <Drawer open onClose={onClose}>
    <Box sx={{ width: 240 }}>
      <SideNavigation onChosen={onClose} />
    </Box>
  </Drawer>
)
