import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'

import { SideNavigation } from './SideNavigation.tsx'

/** The panels that there are, over the page, where it is too narrow for both; open as long as it is drawn. */
export const NavigationDrawer = ({ onClose }: { onClose: () => void }) => (
  <Drawer open onClose={onClose}>
    <Box sx={{ width: 240 }}>
      <SideNavigation onChosen={onClose} />
    </Box>
  </Drawer>
)
