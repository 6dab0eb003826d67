import Visibility from '@mui/icons-material/VisibilityOffOutlined'
import VisibilityOff from '@mui/icons-material/VisibilityOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField, { type TextFieldProps } from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { visuallyHidden } from './visually-hidden.ts'

/** A field for a secret, with a button that shows what was typed. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'slotProps'>) {
  const { t } = useTranslation('ui')
  const [shown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      slotProps={{
        htmlInput: { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                edge="end"
                size="small"
                aria-pressed={shown}
                // The field keeps the focus, and with it the phone's keyboard.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => setShown(!shown)}
              >
                {shown ? <VisibilityOff /> : <Visibility />}
                <Box component="span" sx={visuallyHidden}>
                  {t('password.show')}
                </Box>
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
