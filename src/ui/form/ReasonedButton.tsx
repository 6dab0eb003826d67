import Button, { type ButtonProps } from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'

import { Hint } from './Hint.tsx'

/**
 * A button that may not be possible to press: it then keeps the focus, and Escape with it, and says why on hover, on focus and
 * to a screen reader, where there is a reason. While `loading` it can't be pressed either.
 */
export function ReasonedButton({
  obstacle,
  disabled = obstacle !== undefined,
  loading = false,
  onClick,
  children,
  ...props
}: Omit<ButtonProps, 'loading'> & {
  /** Why it is not possible. */
  obstacle?: string | undefined
  loading?: boolean
}) {
  const isDead = disabled || loading
  return (
    <Hint title={loading ? undefined : obstacle}>
      {(describedBy) => (
        <Button
          {...props}
          {...(isDead && { 'aria-disabled': true, 'aria-describedby': describedBy })}
          {...(loading && {
            'aria-busy': true,
            startIcon: <CircularProgress aria-hidden size={14} color="inherit" />,
          })}
          onClick={(event) => {
            // Of a form, too: what is sent by Enter goes by this click.
            if (isDead) event.preventDefault()
            else onClick?.(event)
          }}
        >
          {children}
        </Button>
      )}
    </Hint>
  )
}
