import type { Volume } from '#src/model/volume/volume.ts'

/** The props of every dialog about one volume. */
export type VolumeDialogProps = { volume: Volume; onClose: () => void }

/** The props of every dialog about the selected volumes, which stay the same while it is open. */
export type BulkDialogProps = { volumes: readonly Volume[]; onClose: () => void }
