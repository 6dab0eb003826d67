import type { ComponentProps } from 'react'

import css from './ActionsButton.module.css'

/** The button, named `label`, of a menu of actions. */
export const ActionsButton = ({
  label,
  ...opener
}: ComponentProps<'button'> & { label: string }) => (
  <button type="button" aria-label={label} className={css.button} {...opener}>
    <svg viewBox="0 0 24 24" aria-hidden>
      <path d="M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4m0 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4m0 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4" />
    </svg>
  </button>
)
