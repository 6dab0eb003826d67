import Download from '@mui/icons-material/Download'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { credentialsText, type TransferCredentials } from '#src/model/volume/transfer.ts'
import { DialogFrame } from '#src/ui/dialog/DialogFrame.tsx'
import { CopyButton } from '#src/ui/form/CopyButton.tsx'
import { saveTextFile } from '#src/ui/save-file.ts'

/** Shows what the recipient of a volume needs, this once; it is not closed by mistake before the key has been kept. */
export function TransferCredentialsDialog({
  credentials,
  onClose,
}: {
  credentials: TransferCredentials
  onClose: () => void
}) {
  const { t } = useTranslation('transfers')
  const [kept, setKept] = useState(false)
  const [warned, setWarned] = useState(false)
  const keep = () => setKept(true)
  const download = () => {
    saveTextFile(`transfer-${credentials.id}.txt`, credentialsText(credentials))
    keep()
  }
  const fields = [
    { label: t('details.id'), text: credentials.id },
    { label: t('details.name'), text: credentials.name },
    { label: t('details.key'), text: credentials.authKey, onCopied: keep },
  ].filter(({ text }) => text !== '')
  return (
    <DialogFrame
      title={t('details.title')}
      onClose={() => (kept ? onClose() : setWarned(true))}
      actions={
        <>
          {warned && !kept && (
            <Button color="error" onClick={onClose}>
              {t('details.closeAnyway')}
            </Button>
          )}
          <Button startIcon={<Download />} variant="contained" autoFocus onClick={download}>
            {t('details.download')}
          </Button>
          <Button onClick={() => (kept ? onClose() : setWarned(true))}>{t('details.close')}</Button>
        </>
      }
    >
      <Stack spacing={2}>
        <Alert severity="info" variant="outlined">
          {t('details.once')}
        </Alert>
        {fields.map(({ label, text, onCopied }) => (
          <Box key={label} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <TextField
              fullWidth
              label={label}
              value={text}
              slotProps={{ htmlInput: { readOnly: true, sx: { fontFamily: 'monospace' } } }}
              onFocus={({ target }) => target.select()}
            />
            <CopyButton text={text} what={label} {...(onCopied && { onCopied })} />
          </Box>
        ))}
        {warned && !kept && (
          <Alert severity="warning" role="alert">
            {t('details.lost')}
          </Alert>
        )}
      </Stack>
    </DialogFrame>
  )
}
