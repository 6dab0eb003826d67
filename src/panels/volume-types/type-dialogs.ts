import { type ComponentType, lazy } from 'react'

import type { TypeDialogProps } from './dialog-props.ts'
import type { TypeDialog } from './volume-types-search.ts'

/** The dialogs about one type, by their names in the address. Each is loaded when it is opened. */
export const typeDialogs: Record<TypeDialog, ComponentType<TypeDialogProps>> = {
  edit: lazy(() =>
    import('./dialogs/EditTypeDialog.tsx').then((m) => ({ default: m.EditTypeDialog })),
  ),
  specs: lazy(() =>
    import('./dialogs/ExtraSpecsDialog.tsx').then((m) => ({ default: m.ExtraSpecsDialog })),
  ),
  encryption: lazy(() =>
    import('./dialogs/EncryptionDialog.tsx').then((m) => ({ default: m.EncryptionDialog })),
  ),
  'delete-encryption': lazy(() =>
    import('./dialogs/DeleteEncryptionDialog.tsx').then((m) => ({
      default: m.DeleteEncryptionDialog,
    })),
  ),
  access: lazy(() =>
    import('./dialogs/AccessDialog.tsx').then((m) => ({ default: m.AccessDialog })),
  ),
  default: lazy(() =>
    import('./dialogs/DefaultTypeDialog.tsx').then((m) => ({ default: m.DefaultTypeDialog })),
  ),
}
