/** In what Keystones differ, by version or by what their operators set. */
export type KeystoneBehaviour = {
  /** Whether revoking a token ends the tokens made from it: Keystone 30 does so, older ones don't. */
  cascade: boolean
  /** `[token] allow_rescope_scoped_token`: whether a token with a scope may be exchanged for another. */
  rescopeScoped: boolean
  /** Whether a receipt and a passcode are good for one sign-in only: so in Keystone 30 (LP#2157347, OSSN-0109). */
  oneTimeReceipts: boolean
  /** `[federation] trusted_dashboard`; null: any address whose path is `/auth/websso/`. */
  trustedDashboards: readonly string[] | null
  /** `[token] expiration`, in minutes. */
  tokenMinutes: number
}

/** Keystone 30 (OpenStack 2026.2) as it comes, but for its tokens, which live for one hour there. */
export const keystone30: KeystoneBehaviour = {
  cascade: true,
  rescopeScoped: true,
  oneTimeReceipts: true,
  trustedDashboards: null,
  tokenMinutes: 240,
}

type Wished = { [Key in keyof KeystoneBehaviour]?: KeystoneBehaviour[Key] | undefined }

/** The usual behaviour, but for what is wished for. */
export const adjusted = (
  usual: KeystoneBehaviour,
  { cascade, rescopeScoped, oneTimeReceipts, trustedDashboards, tokenMinutes }: Wished,
): KeystoneBehaviour => ({
  cascade: cascade ?? usual.cascade,
  rescopeScoped: rescopeScoped ?? usual.rescopeScoped,
  oneTimeReceipts: oneTimeReceipts ?? usual.oneTimeReceipts,
  trustedDashboards: trustedDashboards === undefined ? usual.trustedDashboards : trustedDashboards,
  tokenMinutes: tokenMinutes ?? usual.tokenMinutes,
})

/** In what a behaviour is not the usual one. */
export function difference(usual: KeystoneBehaviour, now: KeystoneBehaviour) {
  const was = new Map<string, unknown>(Object.entries(usual))
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => was.get(key) !== value))
}

/** Whether Keystone gives tokens to the page at this address (keystone/api/auth.py, _get_sso_origin_host). */
export function isTrusted({ trustedDashboards }: KeystoneBehaviour, origin: string): boolean {
  if (trustedDashboards) return trustedDashboards.includes(origin)
  return /^https?:\/\/[^/?#]+\/auth\/websso\/$/.test(origin)
}
