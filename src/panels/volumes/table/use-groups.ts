import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { groupNameOf, type KnownGroups } from '#src/model/volume/volume-group.ts'
import type { Volume } from '#src/model/volume/volume.ts'
import { useScope } from '#src/queries/session.ts'
import { groupsQuery } from '#src/queries/volumes/groups.ts'

/** The groups that volumes belong to, by name, and all that is known of groups; they are read where any volume is in one. */
export function useGroupsOf(volumes: readonly Volume[]): {
  groups: KnownGroups
  grouping: { id: string; name: string }[]
} {
  const ids = useMemo(
    () => [...new Set(volumes.flatMap(({ groupId }) => groupId ?? []))],
    [volumes],
  )
  const { data: groups } = useQuery({ ...groupsQuery(useScope()), enabled: ids.length > 0 })
  const grouping = useMemo(
    () =>
      ids
        .map((id) => ({ id, name: groupNameOf(id, groups) }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    [ids, groups],
  )
  return { groups, grouping }
}
