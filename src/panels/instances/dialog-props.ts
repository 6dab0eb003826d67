import type { Instance } from '#src/model/instance/instance.ts'

/** The props of every dialog about an instance. */
export type InstanceDialogProps = {
  instance: Instance
  /** The volume that it is opened for. */
  volumeId: string | undefined
  onClose: () => void
}
