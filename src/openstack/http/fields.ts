import { z } from 'zod/mini'

import { parseCloudTime } from '#src/openstack/cloud-time.ts'

import { isRecord } from './is-record.ts'

/**
 * Fields of an answer, each read for what it is meant to be. A value of another kind is converted where that loses
 * nothing, as drivers and plug-ins write `"true"` for true, and a number for a text; where it can't be, it is null like
 * a field that is missing. So one odd field never hides the others.
 */

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** A number, also one written as text; null for all else, infinite ones included. */
export function numberOf(value: unknown): number | null {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof read === 'number' && Number.isFinite(read) ? read : null
}

/** A flag, also one written as text in any letter case, as Python and Cinder write it; null for all else. */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.toLowerCase() : undefined
  return word === 'true' ? true : word === 'false' ? false : null
}

const pairText = (value: unknown): string =>
  value === null || value === undefined ? '' : (textOf(value) ?? JSON.stringify(value))

/** Pairs of key and value as texts: null is empty, a number is written out, a structure as JSON. */
export const pairsOf = (value: unknown): Record<string, string> | null =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pairText(inner)]))
    : null

/** Text, or null. */
export const text = z.transform(textOf)
/** A number, or null. */
export const number = z.transform(numberOf)
/** A flag, or null. */
export const flag = z.transform(flagOf)
/** Pairs of key and value as texts, or null. */
export const pairs = z.transform(pairsOf)
/** A time in ms since the epoch, or null. */
export const time = z.transform((value: unknown) => parseCloudTime(textOf(value)))

/** A field without which there is nothing to show or act on, such as an id or a status. */
export const needed = z
  .pipe(z.union([z.string(), z.number()]), z.transform(String))
  .check(z.minLength(1))

/** A number without which there is nothing to show. */
export const neededNumber = z.pipe(number, z.number())
