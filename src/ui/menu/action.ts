/** Something to do, here or at an address elsewhere; with `obstacle` it is not possible now, and that is why. */
export type Action = {
  label: string
  /** What it means, where the label does not say. */
  detail?: string
  obstacle?: string | undefined
  danger?: boolean
} & ({ onSelect: () => void } | { address: string })

/** Actions, or what tells them when they are asked for. */
export type Actions = readonly Action[] | (() => readonly Action[])
