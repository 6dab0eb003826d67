import { textAt } from '#mocks/client/json.ts'

/** Recordings that no story asks, and why. */
export const notCovered: Record<string, string> = {
  '233-revoked-token-cinder-still-cached':
    'the services of the embedded cloud have no cache in which a token outlives its end',
}

export type Incidental = {
  /** The JSON paths that are left out of the comparison (`response.body.limits.absolute.maxTotalRAMSize`). */
  paths?: RegExp
  /** The JSON paths of the lists whose order does not count. */
  anyOrder?: RegExp
  /** Entries of lists that the embedded cloud does not have. */
  missing?: (entry: unknown) => boolean
  why: string
}

const madeInOneSecond =
  'some were made in the same second, and stand in the order of their random ids'

/** The recorded cloud has services that there are none of here, and that are therefore not in the catalog. */
const fewerServices: Incidental = {
  missing: (entry) => ['placement', 'network'].includes(textAt(entry, 'type')),
  why: 'a catalog names what answers at its address',
}

/** Where an answer of ours may differ from the recorded one. */
export const incidental: Record<string, Incidental> = {
  '011': fewerServices,
  '012': fewerServices,
  '013': fewerServices,
  '015': fewerServices,
  '016': fewerServices,
  '017': fewerServices,
  '104': {
    paths: /\.traceback$/,
    why: 'a stack of Python, line numbers and all; the embedded one has the end of it',
  },
  '210': {
    ...fewerServices,
    anyOrder: /\.token\.catalog(\[\]\.endpoints)?$/,
    why: 'Keystone lists services and endpoints in the order of their random ids',
  },
  '302': { anyOrder: /\.volumes$/, why: madeInOneSecond },
  '415': { anyOrder: /\.volume_types$/, why: madeInOneSecond },
  '416': { anyOrder: /\.volume_types$/, why: madeInOneSecond },
  '424': { anyOrder: /\.volume_types$/, why: madeInOneSecond },
  '460': {
    paths: /\.(migration_status|os-vol-(mig-status-attr:migstat|host-attr:host)|volume_type)$/,
    why: 'the move failed there, as the back ends of the recorded cloud have no data to move',
  },
  '550': {
    paths: /\.OS-EXT-SRV-ATTR:instance_name$/,
    why: 'a running number: more instances had been made there before',
  },
  '788': { anyOrder: /\.volumes$/, why: madeInOneSecond },
}
