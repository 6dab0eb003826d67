import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import { useId } from 'react'

/** A flag of a volume, with what it means below. */
export function FlagField({
  label,
  help,
  checked,
  autoFocus = false,
  onChange,
}: {
  label: string
  help: string
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
            onChange={(_event, on) => onChange(on)}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
      />
      <FormHelperText id={helpId} sx={{ pl: 4, mt: -0.75 }}>
        {help}
      </FormHelperText>
    </div>
  )
}
