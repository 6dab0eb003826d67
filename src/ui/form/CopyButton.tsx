import Check from '@mui/icons-material/Check'
import ContentCopy from '@mui/icons-material/ContentCopy'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Puts a text on the clipboard; `what` names it. */
export function CopyButton({
  text,
  what,
  onCopied,
}: {
  text: string
  what: string
  onCopied?: () => void
}) {
  const { t } = useTranslation('ui')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(text)
    setCopied(true)
    onCopied?.()
  }
  const label = copied ? t('copy.done') : t('copy.button', { what })
  return (
    <IconButton
      size="small"
      color="inherit"
      title={label}
      aria-label={label}
      onClick={() => void copy()}
      onMouseLeave={() => setCopied(false)}
      onBlur={() => setCopied(false)}
    >
      {copied ? <Check sx={{ fontSize: 14 }} /> : <ContentCopy sx={{ fontSize: 14 }} />}
    </IconButton>
  )
}
