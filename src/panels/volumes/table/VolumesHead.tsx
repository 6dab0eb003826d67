import Add from '@mui/icons-material/Add'
import MoveToInbox from '@mui/icons-material/MoveToInbox'
import SwapHoriz from '@mui/icons-material/SwapHoriz'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { useVolumesDialog } from '#src/panels/volumes/volumes-navigation.ts'
import { useScope } from '#src/queries/session.ts'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { MenuButton } from '#src/ui/menu/MenuButton.tsx'

/** The top of the panel: its title, and what can be done besides what is done with one volume. */
export const VolumesHead = memo(function VolumesHead({
  readOnly,
  selectedCount,
}: {
  /** Whether the person may only look. */
  readOnly: boolean
  selectedCount: number
}) {
  const { t } = useTranslation('volumes')
  const { open } = useVolumesDialog()
  const { allProjects = false } = useScope()
  const readOnlyReason = readOnly ? t('obstacles.readOnlyRole') : undefined
  const bulkReason =
    readOnlyReason ?? (selectedCount === 0 ? t('obstacles.nothingSelected') : undefined)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Typography variant="h5" component="h1" sx={{ flex: '1 0 auto', maxWidth: '100%' }}>
        {t(allProjects ? 'titleAll' : 'title')}
      </Typography>
      <ReasonedButton
        variant="contained"
        startIcon={<Add />}
        obstacle={readOnlyReason}
        onClick={() => open('create')}
      >
        {t('actions.create')}
      </ReasonedButton>
      {allProjects && (
        <ReasonedButton
          variant="outlined"
          startIcon={<MoveToInbox />}
          obstacle={readOnlyReason}
          onClick={() => open('manage')}
        >
          {t('actions.manage')}
        </ReasonedButton>
      )}
      <ReasonedButton
        variant="outlined"
        startIcon={<SwapHoriz />}
        obstacle={readOnlyReason}
        onClick={() => open('accept-transfer')}
      >
        {t('actions.acceptTransfer')}
      </ReasonedButton>
      <MenuButton
        variant="outlined"
        label={t('bulk.menu')}
        actions={[
          {
            label: t('bulk.detach'),
            obstacle: bulkReason,
            onSelect: () => open('detach-selected'),
          },
          {
            label: t('bulk.extend'),
            obstacle: bulkReason,
            onSelect: () => open('extend-selected'),
          },
          {
            label: t('bulk.snapshots'),
            obstacle: bulkReason,
            onSelect: () => open('snapshot-selected'),
          },
          {
            label: t('bulk.metadata'),
            obstacle: bulkReason,
            onSelect: () => open('metadata-selected'),
          },
        ]}
      />
      <ReasonedButton
        color="error"
        variant="outlined"
        obstacle={bulkReason}
        onClick={() => open('delete')}
      >
        {t('actions.deleteMany')}
      </ReasonedButton>
    </Box>
  )
})
