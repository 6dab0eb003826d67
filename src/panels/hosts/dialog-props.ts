import type { Volume } from '#src/model/volume/volume.ts'

/** The props of every dialog about a volume of a host. */
export type HostDialogProps = {
  volume: Volume
  /** The instance that is to lose the volume. */
  instanceId: string | undefined
  onClose: () => void
}
