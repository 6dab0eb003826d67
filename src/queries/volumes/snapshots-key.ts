import type { Scope } from '#src/model/cloud/scope.ts'
import { scopeKey } from '#src/queries/session.ts'
/** All that is known of the project's snapshots; deleting a volume may take some with it. */
export const snapshotsKey = (scope: Scope) => ['snapshots', ...scopeKey(scope)] as const
