/** The prefix of the names that the hypervisors give: virtio disks. */
const prefix = '/dev/vd'

/** a, b … z, aa, ab … */
function letters(place: number): string {
  const last = String.fromCharCode(97 + (place % 26))
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last
}

/** The name of the device at a place; the root disk is at 0. */
export const deviceAt = (place: number) => prefix + letters(place)

/** What of a device's name tells it from others: `/dev/sdb` and `/dev/vdb` are the same place. */
const placeOf = (device: string) => /^\/dev\/x?[a-z]?d?([a-z]+)\d*$/.exec(device)?.[1] ?? device

/** The first name that none of `taken` has; the first of all is the root disk's. */
export function freeDevice(taken: readonly (string | null)[]): string {
  const places = new Set(taken.map((device) => device && placeOf(device)))
  let place = 1
  while (places.has(letters(place))) place += 1
  return deviceAt(place)
}

/** The name that a wanted device gets here, or undefined where its place is taken. */
export function wantedDevice(wanted: string, taken: readonly (string | null)[]) {
  const place = placeOf(wanted)
  if (place === 'a' || taken.some((device) => device !== null && placeOf(device) === place))
    return undefined
  return prefix + place
}

export const rootDevice = deviceAt(0)
