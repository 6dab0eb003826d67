import type { Settings } from '#server/settings/settings.ts'
import { arrivalPath, type SignInOptions } from '#src/model/cloud/session.ts'

/** The ways to sign in that the settings offer. */
export function signInOptions({ userDomain, domains, webSso, origin }: Settings): SignInOptions {
  const back = encodeURIComponent(`${origin}${arrivalPath}`)
  return {
    defaultDomain: userDomain,
    domains,
    passwords: webSso?.passwords ?? true,
    webSso: (webSso?.choices ?? []).map(({ id, label, path }) => ({
      id,
      label,
      url: `${webSso?.keystoneUrl}${path}?origin=${back}`,
    })),
    ...(webSso?.redirect !== undefined && { autoRedirect: webSso.redirect }),
  }
}
