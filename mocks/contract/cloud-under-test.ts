import { afterAll } from 'vitest'

import { at, eachAt, listAt, named, textAt } from '#mocks/client/json.ts'
import { type Person, signIn } from '#mocks/client/person.ts'
import type { Reply, Target } from '#mocks/client/target.ts'
import { embeddedTarget, releaseNames } from '#mocks/embedded-target.ts'

import { liveTarget } from './live-target.ts'

const {
  MOORING_CONTRACT_CLOUD,
  MOORING_CONTRACT_RELEASE,
  OS_AUTH_URL = '',
  MOORING_CONTRACT_PASSWORD = '',
} = process.env

/** Whether the contract is held against a real cloud. */
export const isLive = MOORING_CONTRACT_CLOUD === 'live'

/** How long a cloud may take to bring something about, in ms. */
const patience = 60_000

/** The longest sleep between two looks, in ms. */
const lookEvery = 250

/** The sentence of a refusal of any of the services. */
export const sentenceOf = ({ body }: Reply): string =>
  textAt(Object.values(typeof body === 'object' && body !== null ? body : {}).at(0), 'message')

/** Status and sentence of a refusal, ids taken out. */
export const refusalOf = (reply: Reply): [number, string] => [
  reply.status,
  sentenceOf(reply)
    .replaceAll(/req-[0-9a-f-]{36}/g, '<request>')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>'),
]

/** Waits until `check` says yes. */
async function until(target: Target, what: string, check: () => Promise<boolean>): Promise<void> {
  const end = target.now() + patience
  while (!(await check())) {
    if (target.now() > end) throw new Error(`${what}: not within ${patience / 1000} s`)
    await target.pause(lookEvery)
  }
}

const attachments = (server: string) => `servers/${server}/os-volume_attachments`

/** What people do with volumes and instances, and what they see. */
function verbsOf(target: Target, { demo, admin }: { demo: Person; admin: Person }) {
  const look = async (volume: string, who: Person = demo) =>
    at((await who.cinder('GET', `volumes/${volume}`)).body, 'volume')
  const statusOf = async (volume: string) => textAt(await look(volume, admin), 'status') || 'gone'
  const becomes = (volume: string, ...statuses: string[]) =>
    until(target, `${volume} ${statuses.join(' or ')}`, async () =>
      statuses.includes(await statusOf(volume)),
    )
  const attach = (server: string, volume: string, more: object = {}, who: Person = demo) =>
    who.attach(server, { volumeId: volume, ...more })
  const detach = (server: string, volume: string, who: Person = demo) =>
    who.nova('DELETE', `${attachments(server)}/${volume}`)
  return {
    /** The volume as Cinder shows it. */
    look,
    statusOf,
    /** Waits until the volume has one of these statuses; `gone` for one that is no more. */
    becomes,
    attach,
    detach,
    /** Attaches and waits for the end. */
    attached: async (server: string, volume: string) => {
      await attach(server, volume)
      await becomes(volume, 'in-use')
    },
    /** The instances that Cinder shows as holding the volume. */
    holdersOf: async (volume: string) =>
      eachAt(listAt(await look(volume), 'attachments'), 'server_id'),
    /** What Nova says that an instance holds. */
    heldBy: async (server: string) =>
      eachAt(
        listAt((await demo.nova('GET', attachments(server))).body, 'volumeAttachments'),
        'volumeId',
      ),
    act: (volume: string, body: object, who: Person = demo, version?: string) =>
      who.cinder('POST', `volumes/${volume}/action`, body, version),
    pause: target.pause,
    until: (what: string, check: () => Promise<boolean>) => until(target, what, check),
  }
}

type Verbs = ReturnType<typeof verbsOf>

/** Takes away what a test made, in whatever state it is. */
async function sweep(volume: string, { look, act, detach, pause, becomes }: Verbs, admin: Person) {
  const seen = await look(volume, admin)
  if (seen === undefined) return
  for (const held of listAt(seen, 'attachments')) {
    const server = textAt(held, 'server_id')
    await act(volume, { 'os-reset_status': { status: 'in-use', attach_status: 'attached' } }, admin)
    await detach(server, volume, admin)
    await pause(2000)
    await admin.cinder('DELETE', `attachments/${textAt(held, 'attachment_id')}`)
  }
  await act(
    volume,
    { 'os-reset_status': { status: 'available', attach_status: 'detached' } },
    admin,
  )
  await admin.cinder('DELETE', `volumes/${volume}?cascade=true`)
  await becomes(volume, 'gone')
}

/** The cloud of this run, and its inside where it is an embedded one. */
export async function targetOfThisRun() {
  if (isLive) return { target: await liveTarget(OS_AUTH_URL, MOORING_CONTRACT_PASSWORD) }
  const release = releaseNames.find((name) => name === MOORING_CONTRACT_RELEASE)
  const embedded = embeddedTarget(release && { release })
  return { target: embedded.target, embedded }
}

const newName = () => `contract-${Math.random().toString(36).slice(2, 8)}`

/**
 * The cloud that the contract is held against: one of its own for each file, or the real one of this run. What is made by
 * `volume` and `instance` is taken away at the end.
 */
export async function cloudUnderTest() {
  const { target, embedded } = await targetOfThisRun()
  const demo = await signIn(target, 'demo', 'demo')
  const admin = await signIn(target, 'admin', 'demo')
  const reader = await signIn(target, 'reader', 'demo')
  const projects = eachAt(
    listAt((await demo.keystone('GET', 'auth/projects')).body, 'projects'),
    'name',
  )
  const second = projects.find((name) => name !== 'demo')
  const elsewhere = await signIn(target, 'demo', String(second))
  const verbs = verbsOf(target, { demo, admin })
  const servers = listAt((await demo.nova('GET', 'servers')).body, 'servers')
  const madeVolumes: string[] = []
  const madeServers: string[] = []
  const madeTypes: string[] = []

  const idOf = async (path: string, list: string, name: string) =>
    textAt(named(listAt((await admin.cinder('GET', path)).body, list), name), 'id')

  /** Asks for a volume of 1 GiB; it need not work out. */
  async function ask(type: string, more: object = {}, who: Person = demo) {
    const wish = { name: newName(), size: 1, volume_type: type, ...more }
    const reply = await who.cinder('POST', 'volumes', { volume: wish })
    const id = textAt(reply.body, 'volume', 'id')
    if (id !== '') madeVolumes.push(id)
    return reply
  }

  async function volume(type: string, more: object = {}): Promise<string> {
    const reply = await ask(type, more)
    const id = textAt(reply.body, 'volume', 'id')
    if (id === '') throw new Error(`no volume of type ${type}: ${sentenceOf(reply)}`)
    await verbs.becomes(id, 'available', 'error')
    return id
  }

  /** A new volume type of the back end that can share. */
  async function newType(
    extra: Record<string, string> = {},
  ): Promise<{ name: string; id: string }> {
    const name = newName()
    const specs = { volume_backend_name: 'shared', ...extra }
    const made = await admin.cinder('POST', 'types', { volume_type: { name, extra_specs: specs } })
    const id = textAt(made.body, 'volume_type', 'id')
    madeTypes.push(id)
    return { name, id }
  }

  /** A new instance on the hypervisor that can share. */
  async function instance(): Promise<string> {
    const flavor = textAt((await admin.nova('GET', 'flavors')).body, 'flavors', 0, 'id')
    const image = named(listAt((await admin.glance('GET', 'images')).body, 'images'), 'tiny')
    const reply = await admin.nova('POST', 'servers', {
      server: {
        name: newName(),
        imageRef: textAt(image, 'id'),
        flavorRef: flavor,
        networks: 'none',
        availability_zone: 'nova:compute-sharing',
      },
    })
    const id = textAt(reply.body, 'server', 'id')
    if (id === '') throw new Error(`no instance: ${sentenceOf(reply)}`)
    madeServers.push(id)
    await verbs.until('the instance runs', async () => {
      const { body } = await demo.nova('GET', `servers/${id}`)
      return at(body, 'server', 'status') === 'ACTIVE'
    })
    return id
  }

  afterAll(async () => {
    for (const id of madeServers) await admin.nova('DELETE', `servers/${id}`)
    for (const id of madeVolumes) await sweep(id, verbs, admin)
    for (const id of madeTypes) await admin.cinder('DELETE', `types/${id}`)
  }, 300_000)

  return {
    ...verbs,
    target,
    /** Undefined where the cloud is a real one. */
    embedded,
    demo,
    admin,
    reader,
    /** Demo in another project. */
    elsewhere,
    /** The id of the instance with that name. */
    server: (name: string) => textAt(named(servers, name), 'id'),
    type: (name: string) => idOf('types?is_public=None', 'volume_types', name),
    ask,
    volume,
    instance,
    newType,
  }
}

export type CloudUnderTest = Awaited<ReturnType<typeof cloudUnderTest>>
