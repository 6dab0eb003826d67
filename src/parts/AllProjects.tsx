import { type ReactNode, useMemo } from 'react'

import { CurrentScope, useScope } from '#src/queries/session.ts'

/** Says whether what is drawn below is about all projects, for administrators, or about that of the session. */
export function AllProjects({ value, children }: { value: boolean; children: ReactNode }) {
  const scope = useScope()
  const workplace = useMemo(() => ({ ...scope, allProjects: value }), [scope, value])
  return <CurrentScope value={workplace}>{children}</CurrentScope>
}
