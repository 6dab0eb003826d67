import Box from '@mui/material/Box'

import { CopyButton } from './CopyButton.tsx'

/** An id, or another text for machines, with a button that copies it; `what` names it. */
export function CopyableText({ text, what }: { text: string; what: string }) {
  return (
    <Box
      component="span"
      sx={{ fontFamily: 'monospace', fontSize: 12.5, overflowWrap: 'anywhere' }}
    >
      {text}
      <CopyButton text={text} what={what} />
    </Box>
  )
}
