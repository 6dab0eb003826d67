import type { Scope } from '#src/model/cloud/scope.ts'
import { scopeKey } from '#src/queries/session.ts'

/** All that is known of volume types, on the pages about a project and on those about all: a change of a type is seen on both. */
export const anyTypesKey = ['volume-types'] as const
/** All that is known of volume types at a place. */
export const typesKey = (scope: Scope) => [...anyTypesKey, ...scopeKey(scope)] as const
