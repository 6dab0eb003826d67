import { createRootRoute } from '@tanstack/react-router'

import { AppShell } from './AppShell.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** The frame that every page stands in. */
export const root = createRootRoute({ component: AppShell, notFoundComponent: NotFoundPage })
