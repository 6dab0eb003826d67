import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** Changes a part of the address. Only `push` makes a history entry: Back should not undo each letter of a search. */
export type ChangeSearch<Search> = (part: Partial<Search>, how?: 'replace' | 'push') => void

/** Opens and closes the dialogs of a panel. */
export type PanelDialog<Dialog extends string> = {
  /** Opens a dialog; `about` are the values of the panel's `aboutKeys`, in their order. */
  open: (dialog: Dialog, ...about: (string | undefined)[]) => void
  close: () => void
}

/**
 * Makes the hooks of a panel whose state is in the address, so that a view can be bookmarked and sent to a colleague. `aboutKeys`
 * are the parts that say what the open dialog is about: they change and go with it. `useDialog` does not depend on the address,
 * so a table's cells may use it.
 */
export function panelAddress<Search extends object, Dialog extends string = never>(
  schema: { parse: (address: unknown) => Search & { dialog?: Dialog | undefined } },
  aboutKeys: readonly (keyof Search & string)[] = [],
) {
  function useChange(): ChangeSearch<Search> {
    const navigate = useNavigate()
    return useCallback(
      (part, how = 'replace') =>
        void navigate({
          to: '.',
          search: (before: object): object => ({ ...schema.parse(before), ...part }),
          replace: how === 'replace',
        }),
      [navigate],
    )
  }

  /** What the address says of the panel, and the way to change it. */
  function usePanelSearch(): { search: Search; change: ChangeSearch<Search> } {
    const change = useChange()
    const address = useSearch({ strict: false })
    const search = useMemo(() => schema.parse(address), [address])
    return { search, change }
  }

  function usePanelDialog(): PanelDialog<Dialog> {
    const change = useChange()
    const params: Record<string, unknown> = useParams({ strict: false })
    const inPath = Object.values(params).join(' ')
    const show = useCallback(
      (dialog: Dialog | undefined, about: (string | undefined)[]) => {
        // On a details page the path already names the item.
        const named = new Set(inPath.split(' '))
        const values = aboutKeys.map((key, place) => {
          const value = about[place]
          return [key, value !== undefined && named.has(value) ? undefined : value]
        })
        const part = { ...Object.fromEntries(values), dialog }
        change(part, dialog === undefined ? 'replace' : 'push')
      },
      [change, inPath],
    )
    return {
      open: useCallback((dialog, ...about) => show(dialog, about), [show]),
      close: useCallback(() => show(undefined, []), [show]),
    }
  }

  return { useSearch: usePanelSearch, useDialog: usePanelDialog }
}
