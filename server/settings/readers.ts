import { z } from 'zod'

/** A setting can't be used. The message is one line: its name, what is wrong, what would be right. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** A setting as read by `read`, which gives undefined for what it can't take; `right` says what would be right. */
export const setting = <T>(right: string, read: (text: string) => T | undefined) =>
  z
    .string()
    .transform((text, { issues }) => {
      const value = read(text.trim())
      if (value !== undefined) return value
      issues.push({
        code: 'custom',
        message: `is ${JSON.stringify(text)}: it must be ${right}`,
        input: text,
      })
      return z.NEVER
    })
    .optional()

/** A whole number from 0 to `most`. */
export const wholeNumber = (most: number, example: number) =>
  setting(`a whole number from 0 to ${most}, such as ${example}`, (text) =>
    /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined,
  )

/** Words for on and off. */
export const switches = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
}

/** One of the words of `meanings`, in any letter case. */
export const oneOf = <T>(right: string, meanings: Record<string, T>) =>
  setting(right, (text) => meanings[text.toLowerCase()])

/** An http or https address without user, query or fragment. */
export const webAddress = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain =
    url && url.username === '' && url.password === '' && `${url.search}${url.hash}` === ''
  return plain && /^https?:$/.test(url.protocol) ? url : undefined
}

/** Like the `openstack` client, takes the address with or without `/v3`. */
export function keystoneAddress(text: string): string | undefined {
  const url = webAddress(text)
  const path = url?.pathname.replace(/\/+$/, '') ?? ''
  if (!url || path.endsWith('/v2.0')) return undefined
  return `${url.origin}${path.endsWith('/v3') ? path : `${path}/v3`}`
}

const volumeId = '{volume_id}'

/** A web address with a place for a volume's id, which is no part of the host. */
export function launchAddress(text: string): string | undefined {
  const filledWith = (id: string) => text.replaceAll(volumeId, id)
  if (!text.includes(volumeId) || !/^https?:/i.test(text) || /[{}]/.test(filledWith('')))
    return undefined
  const [one, other] = ['1', '2'].map((id) =>
    URL.canParse(filledWith(id)) ? new URL(filledWith(id)) : undefined,
  )
  const isPlain = one && one.username === '' && one.password === ''
  return isPlain && one.origin === other?.origin ? text : undefined
}

/** Names between commas. */
export const names = (right: string) =>
  setting(right, (text) => {
    const found = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    return found.length > 0 ? [...new Set(found)] : undefined
  })

/** JSON of the shape of `schema`. */
export const json = <T>(right: string, schema: z.ZodType<T>) =>
  setting(right, (text): T | undefined => {
    try {
      return schema.safeParse(JSON.parse(text)).data
    } catch {
      return undefined
    }
  })
