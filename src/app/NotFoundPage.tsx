import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { EmptyState } from '#src/ui/page/EmptyState.tsx'

/** What an address that leads nowhere shows. */
export function NotFoundPage() {
  const { t } = useTranslation('frame')
  return (
    <>
      <title>{`${t('notFound.title')} · Mooring`}</title>
      <EmptyState
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={
          <Button variant="outlined" component={Link} to="/project/volumes">
            {t('notFound.back')}
          </Button>
        }
      />
    </>
  )
}
