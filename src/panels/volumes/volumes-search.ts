import { z } from 'zod/mini'

import { flagInAddress, tableInAddress, textInAddress } from '#src/parts/table/table-address.ts'

/** The dialogs about one volume, by their names in the address. */
export const volumeDialogNames = [
  'edit',
  'attachments',
  'instances',
  'snapshot',
  'backup',
  'transfer',
  'cancel-transfer',
  'revert',
  'extend',
  'retype',
  'upload',
  'read-only',
  'bootable',
  'metadata',
] as const

/** The dialogs about one volume that the pages about all projects have besides. */
export const adminDialogNames = ['update-status', 'force-detach', 'migrate', 'unmanage'] as const

/** The dialogs about all volumes that are selected, by their names in the address. */
export const bulkDialogNames = [
  'detach-selected',
  'extend-selected',
  'snapshot-selected',
  'metadata-selected',
] as const

export type BulkDialogName = (typeof bulkDialogNames)[number]

export type AdminDialog = (typeof adminDialogNames)[number]

export type VolumeDialog = (typeof volumeDialogNames)[number] | AdminDialog

/** The parts of a volume's page, by their names in the address. */
export const volumeTabs = [
  'overview',
  'attachments',
  'snapshots',
  'messages',
  'metadata',
  'json',
] as const

export type VolumeTab = (typeof volumeTabs)[number]

/** What of the Volumes panel is kept in the address, so that a view can be sent to a colleague. */
export const volumesSearch = z.object({
  /** What the search box holds. */
  q: textInAddress,
  ...tableInAddress,
  status: textInAddress,
  shareable: flagInAddress,
  shared: flagInAddress,
  /** Name of an instance that holds the volumes. */
  instance: textInAddress,
  /** Id of the group that the volumes belong to. */
  group: textInAddress,
  /** Id of the project that the volumes belong to, and the host that they are on; on the page about all projects. */
  project: textInAddress,
  host: textInAddress,
  /** The dialog that is open, and the volume that it is about. */
  dialog: z.catch(
    z.optional(
      z.enum([
        'create',
        'manage',
        'delete',
        'accept-transfer',
        ...bulkDialogNames,
        ...volumeDialogNames,
        ...adminDialogNames,
      ]),
    ),
    undefined,
  ),
  volume: textInAddress,
  /** Which part of a volume's page is open. */
  tab: z.catch(z.optional(z.enum(volumeTabs)), undefined),
  /** What Create Volume is to make the volume from, where it is opened with a source. */
  source: z.catch(z.optional(z.enum(['snapshot', 'image', 'volume'])), undefined),
  /** The source's id. */
  from: textInAddress,
})

/** What of a volume's page is kept in the address. */
export const volumeSearch = z.pick(volumesSearch, { dialog: true, volume: true, tab: true })

/** The state of the Volumes panel's address. */
export type VolumesSearch = z.infer<typeof volumesSearch>

/** The dialogs of the Volumes panel. */
export type VolumesDialog = NonNullable<VolumesSearch['dialog']>

export const isAdminDialog = (dialog: VolumesDialog): dialog is AdminDialog =>
  adminDialogNames.some((name) => name === dialog)

export const isVolumeDialog = (dialog: VolumesDialog): dialog is VolumeDialog =>
  volumeDialogNames.some((name) => name === dialog) || isAdminDialog(dialog)

export const isBulkDialog = (dialog: VolumesDialog): dialog is BulkDialogName =>
  bulkDialogNames.some((name) => name === dialog)
