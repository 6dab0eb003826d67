import { EncryptJWT, jwtDecrypt } from 'jose'

/** Incremented whenever the shape of a sealed session changes. */
const version = 2

/** A key of the length that A256GCM takes, by HKDF with SHA-256. */
async function keyFrom(secret: string): Promise<Uint8Array> {
  const bytes = new TextEncoder()
  const material = await crypto.subtle.importKey('raw', bytes.encode(secret), 'HKDF', false, [
    'deriveBits',
  ])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    // Not changed with `version`: cookies of before have to be told from forged ones.
    info: bytes.encode('mooring session cookie 1'),
  }
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, material, 256))
}

/** What a sealed text turned out to be. `outdated`: ours, but of another version of Mooring. */
export type Opened = { state: 'open'; content: unknown } | { state: 'outdated' | 'broken' }

export type Sealer = ReturnType<typeof createSealer>

/**
 * Encrypts what the server leaves with the browser, bound to `audience`, the Keystone it is about, and to a purpose, so that
 * one kind of cookie can't be passed off as another. `now` is in ms since 1970.
 */
export function createSealer({
  secret,
  audience,
  now,
}: {
  secret: string
  audience: string
  now: () => number
}) {
  const key = keyFrom(secret)
  return {
    seal: async (purpose: string, content: object, endsAt: Date): Promise<string> =>
      new EncryptJWT({ version, [purpose]: content })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(audience)
        .setExpirationTime(endsAt)
        .encrypt(await key),
    async open(purpose: string, sealed: string): Promise<Opened> {
      try {
        const { payload } = await jwtDecrypt(sealed, await key, {
          audience,
          currentDate: new Date(now()),
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        if (payload['version'] !== version) return { state: 'outdated' }
        return { state: 'open', content: payload[purpose] }
      } catch {
        return { state: 'broken' }
      }
    },
  }
}
