/** Four 32-bit numbers that depend on every character of `text` (MurmurHash-like mixing; not for secrets). */
function mix(text: string): [number, number, number, number] {
  let a = 0x6a09e667
  let b = 0xbb67ae85
  let c = 0x3c6ef372
  let d = 0xa54ff53a
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0]
}

const hex = (value: number) => value.toString(16).padStart(8, '0')

/** 32 hexadecimal digits that are the same at every start: ids of projects, users, roles. */
export const fixedHex = (name: string) => mix(name).map(hex).join('')

/** A version 4 UUID that is the same at every start, so that links to what is seeded stay valid. */
export function fixedUuid(name: string): string {
  const digits = fixedHex(name)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

export const newUuid = () => globalThis.crypto.randomUUID()
export const newHex = () => newUuid().replaceAll('-', '')
export const newRequestId = () => `req-${newUuid()}`

const uuidPattern = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i
export const isUuid = (value: unknown) => typeof value === 'string' && uuidPattern.test(value)

/** The characters of Nova's passwords: none that look like another (nova/utils.py, generate_password). */
const passwordCharacters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** A password of 12 characters, as Nova gives to a new instance. */
export const newPassword = () =>
  [...globalThis.crypto.getRandomValues(new Uint8Array(12))]
    .map((number) => passwordCharacters[number % passwordCharacters.length])
    .join('')
