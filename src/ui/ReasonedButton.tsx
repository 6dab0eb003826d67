import Button, { type ButtonProps } from '@mui/material/Button'

import { Hint } from './Hint.tsx'

/** A button that, when it is not possible to press it, says why: on hover, on focus and to a screen reader. */
export function ReasonedButton({
  obstacle,
  onClick,
  ...props
}: ButtonProps & { obstacle: string | undefined }) {
  if (obstacle === undefined) return <Button {...props} {...(onClick && { onClick })} />
  return (
    <Hint title={obstacle}>
      {(describedBy) => (
        <Button
          {...props}
          aria-disabled
          aria-describedby={describedBy}
          disableRipple
          sx={{ opacity: 0.55, cursor: 'not-allowed' }}
          onClick={(event) => event.preventDefault()}
        />
      )}
    </Hint>
  )
}
