import { pauseAfter } from '#src/openstack/http/api-error.ts'

/**
 * How long until a list is read again, in ms: `usualMs`, or longer where the cloud has just asked for a longer pause.
 * For `refetchInterval`.
 */
export const every =
  (usualMs: number) =>
  ({ state: { error } }: { state: { error: Error | null } }): number =>
    Math.max(usualMs, (error && pauseAfter(error)) ?? 0)
