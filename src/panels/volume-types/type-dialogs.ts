import { type ComponentType, lazy } from 'react'

import type { TypeDialogProps } from './dialog-props.ts'
import type { TypeDialog } from './volume-types-search.ts'

/** The dialogs about one type, by their names in the address. Each is loaded when it is opened. */
export const typeDialogs: Record<TypeDialog, ComponentType<TypeDialogProps>> = {
  edit: lazy(() => import('./EditTypeDialog.tsx').then((m) => ({ default: m.EditTypeDialog }))),
  specs: lazy(() =>
    import('./ExtraSpecsDialog.tsx').then((m) => ({ default: m.ExtraSpecsDialog })),
  ),
  encryption: lazy(() =>
    import('./EncryptionDialog.tsx').then((m) => ({ default: m.EncryptionDialog })),
  ),
  'delete-encryption': lazy(() =>
    import('./DeleteEncryptionDialog.tsx').then((m) => ({ default: m.DeleteEncryptionDialog })),
  ),
  access: lazy(() => import('./AccessDialog.tsx').then((m) => ({ default: m.AccessDialog }))),
  default: lazy(() =>
    import('./DefaultTypeDialog.tsx').then((m) => ({ default: m.DefaultTypeDialog })),
  ),
}
