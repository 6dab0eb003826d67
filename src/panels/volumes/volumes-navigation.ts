import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

import type { VolumeId } from '#src/model/volume/volume.ts'
import { panelAddress } from '#src/parts/table/panel-address.ts'
import type { VolumesPath } from '#src/parts/use-volumes-path.ts'

import { volumesSearch } from './volumes-search.ts'

/** The address of the table or of one volume's page. Dialogs are about a volume or, to create one, its source. */
export const { useSearch: useVolumesSearch, useDialog: useVolumesDialog } = panelAddress(
  volumesSearch,
  ['volume', 'source', 'from'],
)

/** Opens Manage Attachments of a volume from any page, in the table that has the volume. */
export function useOpenAttachments(): (volume: VolumeId, table: VolumesPath) => void {
  const navigate = useNavigate()
  return useCallback(
    (volume: VolumeId, table: VolumesPath) =>
      void navigate({ to: table, search: { dialog: 'attachments', volume } }),
    [navigate],
  )
}
