import { useEffect } from 'react'

import { useStableCallback } from '#src/ui/use-stable-callback.ts'

/**
 * Closes a dialog by Escape also while nothing has the focus. What had it may just have gone, such as the button of a row, and the
 * dialog gets it back only after a moment. `labelId`: of the element that names the dialog.
 */
export function useEscape(labelId: string, onClose: () => void): void {
  const close = useStableCallback(onClose)
  useEffect(() => {
    const listen = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      if (key !== 'Escape' || defaultPrevented || target !== document.body) return
      const open = document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')
      if (open.item(open.length - 1)?.getAttribute('aria-labelledby') === labelId) close()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [labelId, close])
}
