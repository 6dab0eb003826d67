import { z } from 'zod'

/** A yes or no in the address; anything else in its place counts as not given. */
const flag = z
  .union([
    z.boolean(),
    z.literal('true').transform(() => true),
    z.literal('false').transform(() => false),
  ])
  .optional()
  .catch(undefined)

const text = z.coerce.string().optional().catch(undefined)

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

/** The dialogs about all volumes that are selected, by their names in the address. */
export const bulkDialogNames = [
  'detach-selected',
  'extend-selected',
  'snapshot-selected',
  'describe-selected',
] as const

export type BulkDialogName = (typeof bulkDialogNames)[number]

export type VolumeDialog = (typeof volumeDialogNames)[number]

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
  q: text,
  /** The column to sort by, with a minus in front for descending order. */
  sort: text,
  status: text,
  shareable: flag,
  shared: flag,
  /** Name of an instance that holds the volumes. */
  instance: text,
  /** Id of the group that the volumes belong to. */
  group: text,
  /** Columns that are hidden, separated by commas. */
  hide: text,
  /** Widths of columns in px: `name:240,status:120`. */
  widths: text,
  /** The dialog that is open, and the volume that it is about. */
  dialog: z
    .enum(['create', 'delete', 'accept-transfer', ...bulkDialogNames, ...volumeDialogNames])
    .optional()
    .catch(undefined),
  volume: text,
  /** Which part of a volume's page is open. */
  tab: z.enum(volumeTabs).optional().catch(undefined),
  /** What Create Volume is to make the volume from, where it is opened with a source. */
  source: z.enum(['snapshot', 'image', 'volume']).optional().catch(undefined),
  /** The source's id. */
  from: text,
})

/** What of a volume's page is kept in the address. */
export const volumeSearch = volumesSearch.pick({ dialog: true, volume: true, tab: true })

/** The state of the Volumes panel's address. */
export type VolumesSearch = z.infer<typeof volumesSearch>

/** The dialogs of the Volumes panel. */
export type VolumesDialog = NonNullable<VolumesSearch['dialog']>

export const isVolumeDialog = (dialog: VolumesDialog): dialog is VolumeDialog =>
  volumeDialogNames.some((name) => name === dialog)

export const isBulkDialog = (dialog: VolumesDialog): dialog is BulkDialogName =>
  bulkDialogNames.some((name) => name === dialog)
