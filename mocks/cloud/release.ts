/**
 * OpenStack releases that the cloud can be, and the newest microversions of their Cinder and Nova: the first with any, the
 * first that share a volume between instances (Queens), the recorded one (Zed), and 2026.2.
 */
export const releases = {
  oldest: { volume: '3.0', compute: '2.1' },
  sharing: { volume: '3.50', compute: '2.60' },
  zed: { volume: '3.70', compute: '2.93' },
  newest: { volume: '3.71', compute: '2.104' },
} as const

export type Release = keyof typeof releases

export const releaseNames = ['oldest', 'sharing', 'zed', 'newest'] as const satisfies Release[]
