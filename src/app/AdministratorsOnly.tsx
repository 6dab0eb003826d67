import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { isAdministrator } from '#src/model/cloud/role.ts'
import { AllProjects } from '#src/parts/AllProjects.tsx'
import { useScope } from '#src/queries/session.ts'
import { EmptyState } from '#src/ui/page/EmptyState.tsx'

/** Pages of all projects. Others than administrators get an explanation; the cloud's policies refuse them anyway. */
export function AdministratorsOnly() {
  const { t } = useTranslation('frame')
  const scope = useScope()
  if (isAdministrator(scope))
    return (
      <AllProjects value>
        <Outlet />
      </AllProjects>
    )
  return (
    <EmptyState
      title={t('administratorsOnly.title')}
      text={t('administratorsOnly.text', {
        project: scope.project.name,
        roles: scope.roles.join(', '),
      })}
    />
  )
}
