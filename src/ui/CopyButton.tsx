import Check from '@mui/icons-material/Check'
import ContentCopy from '@mui/icons-material/ContentCopy'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Puts a text on the clipboard; `what` names it. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { t } = useTranslation('ui')
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(text).then(() => setCopied(true))
  const label = copied ? t('copy.done') : t('copy.button', { what })
  return (
    <Tooltip title={label} onClose={() => setCopied(false)}>
      <IconButton size="small" color="inherit" aria-label={label} onClick={copy}>
        {copied ? <Check sx={{ fontSize: 14 }} /> : <ContentCopy sx={{ fontSize: 14 }} />}
      </IconButton>
    </Tooltip>
  )
}
