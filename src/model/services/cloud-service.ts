/** A process of Cinder's or Nova's, as the list `os-services` of either tells of it. */
export type CloudService = {
  /** Tells it from the others: Nova's id, or binary and host. */
  id: string
  binary: string
  /** The host's name; `host@backend` where it is a back end of Cinder's. */
  host: string
  zone: string | null
  /** `enabled` or `disabled`: whether it is given new work. Clouds may say otherwise. */
  status: string
  /** `up` or `down`: whether it has reported lately (after 60 s without, it is down, by default). */
  state: string
  /** Whether somebody has declared it down; null where the cloud does not tell (Nova before 2.11, Cinder). */
  forcedDown: boolean | null
  /** When it reported last, in ms since the epoch. */
  updatedAt: number | null
  disabledReason: string | null
}

/** Whether the service is given new work. */
export const isEnabled = ({ status }: Pick<CloudService, 'status'>): boolean => status === 'enabled'

/** Whether a host answers: `none` where there is no host, `unknown` where no service tells of it. */
export type HostState = 'up' | 'down' | 'unknown' | 'none'

/** The state of the host that a service stands for; one that calls itself neither up nor down is not known to be up. */
export function stateOfHost(
  service: Pick<CloudService, 'state' | 'forcedDown'> | undefined,
): Exclude<HostState, 'none'> {
  if (service === undefined) return 'unknown'
  if (service.state === 'down' || service.forcedDown === true) return 'down'
  return service.state === 'up' ? 'up' : 'unknown'
}
