import { type ReactNode, useMemo } from 'react'

import { CurrentWorkplace, useSession } from '#src/queries/session.ts'

/** Says whether what is drawn below is about all projects, for administrators, or about that of the session. */
export function AllProjects({ value, children }: { value: boolean; children: ReactNode }) {
  const session = useSession()
  const workplace = useMemo(() => ({ ...session, allProjects: value }), [session, value])
  return <CurrentWorkplace value={workplace}>{children}</CurrentWorkplace>
}
