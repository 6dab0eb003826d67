import Terminal from '@mui/icons-material/Terminal'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { CopyButton } from '#src/ui/form/CopyButton.tsx'

/** Shows, when asked, the command of the `openstack` client that would do the same. */
export function EquivalentCommand({ command }: { command: string }) {
  const { t } = useTranslation('dialogs')
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <Box>
      <Button
        size="small"
        color="inherit"
        startIcon={<Terminal fontSize="small" />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        sx={{ color: 'text.secondary' }}
      >
        {t('command.show')}
      </Button>
      <Box
        id={id}
        hidden={!open}
        sx={{ display: open ? 'flex' : 'none', gap: 1, alignItems: 'flex-start' }}
      >
        <Box
          component="pre"
          role="region"
          aria-label={t('command.label')}
          // A long command is scrolled in its box, which the keyboard has to reach.
          tabIndex={0}
          sx={{
            m: 0,
            p: 1,
            flex: 1,
            minWidth: 0,
            overflow: 'auto',
            fontSize: 12.5,
            bgcolor: 'action.hover',
            borderRadius: 1,
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {command}
        </Box>
        <CopyButton text={command} what={t('command.label')} />
      </Box>
    </Box>
  )
}
