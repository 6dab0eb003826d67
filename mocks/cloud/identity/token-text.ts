/** Random characters of base64 as it stands in addresses. */
export function randomText(length: number): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(Math.ceil((length * 3) / 4)))
  const text = btoa(String.fromCodePoint(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '').slice(0, length)
}

/** Version, time, initialization vector and signature of a Fernet token, in bytes. */
const frame = 57

/**
 * A token id as long as Keystone's Fernet tokens are, in which names and roles don't count, but ids do: 162 characters without
 * a scope, 183 with one, 204 with one and a chain, 268 and 290 for a person of one group of an identity provider, and
 * 80 characters more for three more groups (measured on 2026.2; keystone/token/token_formatters.py).
 * @param ids how many ids it carries: scope, first of its chain, application credential
 * @param groups the groups of a federated person; undefined for others
 */
export function fernetLike(ids: number, groups?: number): string {
  const federated = groups === undefined ? 0 : 58 + 20 * groups
  const payload = 50 + 18 * ids + federated
  const bytes = frame + (Math.floor(payload / 16) + 1) * 16
  const length = Math.ceil((bytes * 4) / 3)
  return `gAAAAAB${randomText(length - 7)}`
}
