/** How much of something is used, and how much there may be; a limit of -1 stands for none. */
export type Usage = { used: number; limit: number }

/** What a project may have of block storage, and has. */
export type VolumeQuota = {
  volumes: Usage
  gibibytes: Usage
  /** Number of snapshots, where the cloud tells. */
  snapshots?: Usage
}

/** Whether `more` would go over the limit. */
export const exceeds = ({ used, limit }: Usage, more: number): boolean =>
  limit >= 0 && used + more > limit
