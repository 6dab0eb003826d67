import type { Clock } from '#mocks/cloud/clock.ts'

import type { User } from './people.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const periodMs = 30_000

/** The bytes of a base32 text. */
function base32(text: string): Uint8Array<ArrayBuffer> {
  const bits = text.replaceAll(/./g, (letter) =>
    letters.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const octets = bits.match(/.{8}/g) ?? []
  return Uint8Array.from(octets, (octet) => Number.parseInt(octet, 2))
}

/** The six digits that a secret gives at a time in ms (RFC 6238 with SHA-1 and 30 s, as keystone/auth/plugins/totp.py). */
export async function totpCode(secret: string, atMs: number): Promise<string> {
  const { subtle } = globalThis.crypto
  const hmac = { name: 'HMAC', hash: 'SHA-1' }
  const key = await subtle.importKey('raw', base32(secret), hmac, false, ['sign'])
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(Math.floor(atMs / periodMs)))
  const mac = new DataView(await subtle.sign('HMAC', key, counter.buffer))
  const offset = mac.getUint8(mac.byteLength - 1) % 16
  const number = mac.getUint32(offset) % 2 ** 31
  return String(number % 1_000_000).padStart(6, '0')
}

/** Checks passcodes: that of now and the one before, each once (LP#2157347) where `oneTime` says so. */
export class Passcodes {
  /** `user:passcode` → when it was used. */
  private readonly used = new Map<string, number>()
  private readonly clock: Clock

  constructor(clock: Clock) {
    this.clock = clock
  }

  async accepts({ id, totpSecret }: User, code: unknown, oneTime: boolean): Promise<boolean> {
    if (totpSecret === undefined || typeof code !== 'string') return false
    const now = this.clock.now()
    const good = await Promise.all([now, now - periodMs].map((at) => totpCode(totpSecret, at)))
    if (!good.includes(code)) return false
    const key = `${id}:${code}`
    const usedAt = this.used.get(key)
    if (oneTime && usedAt !== undefined && now - usedAt < 3 * periodMs) return false
    this.used.set(key, now)
    return true
  }

  /** Lets all passcodes be used again. */
  forget() {
    this.used.clear()
  }
}
