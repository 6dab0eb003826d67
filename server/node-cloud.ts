import { randomBytes } from 'node:crypto'

import { networkUpstream } from '#server/cloud/node-upstream.ts'
import type { Log } from '#server/http/request-log.ts'
import type { Settings } from '#server/settings/settings.ts'

import type { ServerDeps } from './app.ts'

function secretOf({ secret, embedded }: Settings, log: Log): string {
  if (secret !== undefined) return secret
  if (!embedded)
    log.warn(
      {},
      'MOORING_SECRET is not set: sessions end with this process, and no second server can share them',
    )
  return randomBytes(32).toString('base64')
}

/**
 * The cloud that the settings name, or the embedded one, and the secret for the sessions in it.
 * @throws SettingsError when the cloud's certificates can't be read
 */
export async function cloudDeps(
  settings: Settings,
  log: Log,
): Promise<Pick<ServerDeps, 'upstream' | 'embedded' | 'secret'>> {
  if (!settings.embedded) {
    const upstream = networkUpstream(settings)
    if (settings.publicUrl === undefined)
      log.warn(
        {},
        'MOORING_PUBLIC_URL is not set: which requests come from a page of ours is judged by their Host header',
      )
    return { upstream, secret: secretOf(settings, log) }
  }
  // Loaded only here: a server of a real cloud needs none of it.
  const { embeddedCloud } = await import('./embedded.ts')
  return { secret: secretOf(settings, log), ...embeddedCloud(settings.demo) }
}
