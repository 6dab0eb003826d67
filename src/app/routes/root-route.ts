import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'

import { AppShell } from '#src/app/AppShell.tsx'
import { NotFoundPage } from '#src/app/NotFoundPage.tsx'

/** The frame that every page stands in. */
export const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: AppShell,
  notFoundComponent: NotFoundPage,
})
