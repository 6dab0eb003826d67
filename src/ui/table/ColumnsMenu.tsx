import ViewColumn from '@mui/icons-material/ViewColumnOutlined'
import Button from '@mui/material/Button'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { lazyPart } from '#src/ui/lazy-part.tsx'

import type { ColumnChoice } from './ColumnsMenuList.tsx'

const ColumnsMenuList = lazyPart(() =>
  import('./ColumnsMenuList.tsx').then((m) => m.ColumnsMenuList),
)

/** Chooses which columns of a table are shown. */
export function ColumnsMenu(choice: ColumnChoice) {
  const { t } = useTranslation('ui')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        color="inherit"
        startIcon={<ViewColumn />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerEnter={ColumnsMenuList.preload}
        onFocus={ColumnsMenuList.preload}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('columns.button')}
      </Button>
      {anchor && (
        <Suspense>
          <ColumnsMenuList {...choice} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  )
}
