import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import { useId } from 'react'

/** A box to tick, with what it means below; with `obstacle` it can't be changed, and that is why. */
export function CheckField({
  label,
  help,
  obstacle,
  checked,
  autoFocus = false,
  onChange,
}: {
  label: string
  help: string
  obstacle?: string | undefined
  checked: boolean
  autoFocus?: boolean
  onChange: (checked: boolean) => void
}) {
  const helpId = useId()
  return (
    <div>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            autoFocus={autoFocus}
            checked={checked}
            disabled={obstacle !== undefined}
            onChange={(_event, on) => onChange(on)}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
      />
      <FormHelperText id={helpId} sx={{ pl: 4, mt: -0.75 }}>
        {obstacle ?? help}
      </FormHelperText>
    </div>
  )
}
