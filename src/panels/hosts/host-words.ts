import type { TFunction } from 'i18next'

import type { CloudService, HostState } from '#src/model/services/cloud-service.ts'
import type { Tone } from '#src/ui/chips/StatusChip.tsx'

/** The state of a host in words. */
export const hostStateWord = (t: TFunction<'hosts'>, state: HostState): string =>
  t(`states.${state}`)

/** How the state of a host looks. */
export const hostStateTone: Record<HostState, Tone> = {
  up: 'good',
  down: 'bad',
  unknown: 'warn',
  none: 'neutral',
}

/** Whether a host is given new instances, in words; what we don't know stays in the cloud's word. */
export function hostStatusWord(
  t: TFunction<'hosts'>,
  service: Pick<CloudService, 'status'> | undefined,
): string {
  if (service === undefined) return t('status.none')
  if (service.status === 'enabled' || service.status === 'disabled')
    return t(`status.${service.status}`)
  return service.status
}
