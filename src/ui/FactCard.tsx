import Box from '@mui/material/Box'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { Fragment, type ReactNode } from 'react'

import { CopyButton } from './form/CopyButton.tsx'

/** What is known of one thing, in a card that opens at `anchor`. Facts without a value are left out. */
export const FactCard = ({
  name,
  note,
  id,
  idLabel,
  facts,
  anchor,
  onClose,
  children,
}: {
  name: string
  /** A warning below the name. */
  note?: string | undefined
  id: string | null
  idLabel: string
  facts: readonly (readonly [label: string, value: ReactNode])[]
  anchor: HTMLElement
  onClose: () => void
  /** What can be done with it. */
  children: ReactNode
}) => (
  <Popover
    open
    anchorEl={anchor}
    onClose={onClose}
    anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
    slotProps={{ paper: { role: 'dialog', 'aria-label': name } }}
  >
    <Box sx={{ p: 2, width: 340, maxWidth: '90vw' }}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        <bdi>{name}</bdi>
      </Typography>
      {note !== undefined && (
        <Typography variant="body2" color="warning">
          {note}
        </Typography>
      )}
      {id !== null && (
        <Box sx={{ fontFamily: 'monospace', fontSize: 12, color: 'text.secondary' }}>
          {id}
          <CopyButton text={id} what={idLabel} />
        </Box>
      )}
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.5, my: 1 }}
      >
        {facts
          .filter(([, value]) => value !== null && value !== undefined)
          .map(([label, value]) => (
            <Fragment key={label}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {label}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {value}
              </Box>
            </Fragment>
          ))}
      </Box>
      {children}
    </Box>
  </Popover>
)
