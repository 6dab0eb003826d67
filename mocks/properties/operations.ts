import fc from 'fast-check'

import { at, listAt, textAt } from '#mocks/client/json.ts'
import type { Person } from '#mocks/client/person.ts'
import type { Reply } from '#mocks/client/target.ts'

import type { SmallCloud } from './small-cloud.ts'

/** Something that a client asks of the cloud. Numbers choose among what there is. */
export type Operation = {
  act: keyof typeof acts
  server: number
  volume: number
  /** Whose connection is cut before the cloud hears of the request, or before its answer is heard. */
  cut: 'before' | 'after' | undefined
  asAdmin: boolean
}

/** What came of it: undefined where the connection was cut. */
export type Outcome = {
  operation: Operation
  server: string
  volume: string
  reply: Reply | undefined
}

const attachments = (server: string) => `servers/${server}/os-volume_attachments`

/** Instances that Nova knows nothing of. */
const ghost = (volume: string) => `99999999${volume.slice(8)}`

const action = (who: Person, volume: string, body: object) =>
  who.cinder('POST', `volumes/${volume}/action`, body)

const serverAction = (name: string) => (who: Person, server: string) =>
  who.nova('POST', `servers/${server}/action`, { [name]: null })

/** Deletes the hold of a ghost, where there is one. */
async function letGo(who: Person, volume: string): Promise<Reply> {
  const { body } = await who.cinder('GET', `attachments?volume_id=${volume}`)
  const isGhost = (one: unknown) => at(one, 'instance') === ghost(volume)
  const id = textAt(listAt(body, 'attachments').find(isGhost), 'id')
  return who.cinder('DELETE', `attachments/${id || ghost(volume)}`)
}

async function hold(who: Person, volume: string): Promise<Reply> {
  const made = await who.cinder('POST', 'attachments', {
    attachment: {
      volume_uuid: volume,
      instance_uuid: ghost(volume),
      connector: { host: 'elsewhere', mountpoint: '/dev/vdb', mode: 'rw' },
    },
  })
  const id = textAt(made.body, 'attachment', 'id')
  return id === '' ? made : who.cinder('POST', `attachments/${id}/action`, { 'os-complete': {} })
}

/** What clients do, by name. */
const acts = {
  attach: (who: Person, server: string, volume: string) => who.attach(server, { volumeId: volume }),
  detach: (who: Person, server: string, volume: string) =>
    who.nova('DELETE', `${attachments(server)}/${volume}`),
  hold: (who: Person, _server: string, volume: string) => hold(who, volume),
  'let go': (who: Person, _server: string, volume: string) => letGo(who, volume),
  'create shared': (who: Person) =>
    who.cinder('POST', 'volumes', { volume: { size: 1, volume_type: 'multiattach' } }),
  'create unplaceable': (who: Person) =>
    who.cinder('POST', 'volumes', { volume: { size: 1, volume_type: 'multiattach-nowhere' } }),
  clone: (who: Person, _server: string, volume: string) =>
    who.cinder('POST', 'volumes', { volume: { source_volid: volume } }),
  delete: (who: Person, _server: string, volume: string) =>
    who.cinder('DELETE', `volumes/${volume}`),
  'delete with snapshots': (who: Person, _server: string, volume: string) =>
    who.cinder('DELETE', `volumes/${volume}?cascade=true`),
  extend: (who: Person, _server: string, volume: string) =>
    action(who, volume, { 'os-extend': { new_size: 3 } }),
  'make shareable': (who: Person, _server: string, volume: string) =>
    action(who, volume, {
      'os-retype': { new_type: 'multiattach', migration_policy: 'on-demand' },
    }),
  'make plain': (who: Person, _server: string, volume: string) =>
    action(who, volume, { 'os-retype': { new_type: 'standard', migration_policy: 'on-demand' } }),
  snapshot: (who: Person, _server: string, volume: string) =>
    who.cinder('POST', 'snapshots', { snapshot: { volume_id: volume } }),
  'begin detaching': (who: Person, _server: string, volume: string) =>
    action(who, volume, { 'os-begin_detaching': {} }).then((reply) =>
      reply.status === 202 ? action(who, volume, { 'os-roll_detaching': {} }) : reply,
    ),
  'reset states': (who: Person, _server: string, volume: string) =>
    action(who, volume, {
      'os-reset_status': { status: 'available', attach_status: 'detached' },
    }),
  stop: serverAction('os-stop'),
  start: serverAction('os-start'),
  shelve: serverAction('shelve'),
  unshelve: serverAction('unshelve'),
  'delete instance': (who: Person, server: string) => who.nova('DELETE', `servers/${server}`),
} satisfies Record<string, (who: Person, server: string, volume: string) => Promise<Reply>>

const isAct = (name: string): name is keyof typeof acts => name in acts
const often: readonly (keyof typeof acts)[] = ['attach', 'attach', 'attach', 'detach', 'detach']

const anyOperation: fc.Arbitrary<Operation> = fc.record({
  act: fc.constantFrom(...Object.keys(acts).filter(isAct), ...often, ...often),
  server: fc.nat(3),
  volume: fc.nat(5),
  cut: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('before' as const, 'after' as const) },
  ),
  asAdmin: fc.boolean(),
})

/** What several clients ask at the same moment, and how long it is until the next ones do, in ms. */
export type Moment = { together: Operation[]; thenMs: number }

export const anyMoment: fc.Arbitrary<Moment> = fc.record({
  together: fc.array(anyOperation, { minLength: 1, maxLength: 3 }),
  thenMs: fc.constantFrom(0, 0, 100, 350, 700, 5000),
})

/** Carries an operation out. */
export async function carryOut(
  { region, demo, admin, servers }: SmallCloud,
  operation: Operation,
): Promise<Outcome> {
  const volumes = [...region.storage.volumes.values()]
  // The last one fails because of its host, which it would leave.
  const choice = operation.act === 'shelve' ? servers.slice(0, -1) : servers
  const server = choice[operation.server % choice.length] ?? ''
  const volume = volumes[operation.volume % Math.max(volumes.length, 1)]?.id ?? ghost(server)
  const unheard = { operation, server, volume, reply: undefined }
  if (operation.cut === 'before') return unheard
  const reply = await acts[operation.act](operation.asAdmin ? admin : demo, server, volume)
  return operation.cut === 'after' ? unheard : { ...unheard, reply }
}
