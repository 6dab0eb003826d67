import { listAt, named, textAt } from '#mocks/client/json.ts'
import { type Person, personWith, signIn } from '#mocks/client/person.ts'
import type { Reply } from '#mocks/client/target.ts'
import { embeddedTarget } from '#mocks/embedded-target.ts'

import { plantRecordedCloud } from './recorded-cloud.ts'

function idOf(list: readonly unknown[], name: string): string {
  const id = textAt(named(list, name), 'id')
  if (id === '') throw new Error(`nothing is called ${name}`)
  return id
}

/** A cloud as the recorded one was at the start, the people of the recordings, and their usual requests. */
export async function openStage() {
  const { target, cloud, clock } = embeddedTarget({
    regions: ['RegionOne'],
    release: 'zed',
    fill: plantRecordedCloud,
  })
  clock.advance(123)
  const demo = await signIn(target, 'demo', 'demo')
  const reader = await signIn(target, 'reader', 'demo')
  const admin = await signIn(target, 'admin', 'demo')
  /** Demo, in the project `other`. */
  const other = await signIn(target, 'demo', 'other')
  /** Asks without a token. */
  const nobody = personWith(target, undefined, demo.projectId)
  const told: Told[] = []

  /** Holds an answer against the recording of that name; gives the answer back. */
  async function tell(name: string, asked: Promise<Reply>): Promise<Reply> {
    const reply = await asked
    told.push({ name, reply })
    return reply
  }

  const servers = listAt((await demo.nova('GET', 'servers')).body, 'servers')
  const types = listAt((await admin.cinder('GET', 'types')).body, 'volume_types')
  const flavor = textAt((await demo.nova('GET', 'flavors')).body, 'flavors', 0, 'id')
  const images = listAt((await demo.glance('GET', 'images')).body, 'images')

  return {
    told,
    tell,
    target,
    /** The cloud from inside, for situations that no request brings about. */
    cloud,
    demo,
    reader,
    admin,
    other,
    nobody,
    pause: target.pause,
    flavor,
    server: (name: string) => idOf(servers, name),
    type: (name: string) => idOf(types, name),
    image: (name: string) => idOf(images, name),

    /** Makes a volume of 1 GiB and waits for its end. Empty id: refused. */
    volume: async (
      name: string | null,
      type: string | null,
      { label, who = demo, version, ...more }: MoreOfVolume = {},
    ): Promise<string> => {
      const asked = who.cinder(
        'POST',
        'volumes',
        { volume: { name, size: 1, volume_type: type, ...more } },
        version,
      )
      const reply = await (label === undefined ? asked : tell(label, asked))
      await target.pause(3000)
      return textAt(reply.body, 'volume', 'id')
    },
    act: (volume: string, body: object, who: Person = demo, version?: string) =>
      who.cinder('POST', `volumes/${volume}/action`, body, version),
    show: (volume: string, who: Person = demo, version?: string) =>
      who.cinder('GET', `volumes/${volume}`, undefined, version),
    /** Makes an instance where volumes can be shared, as the administrator, and waits for its start. */
    boot: async (name: string, more: object = {}): Promise<string> => {
      const reply = await admin.nova(
        'POST',
        'servers',
        {
          server: {
            name,
            flavorRef: flavor,
            networks: 'none',
            availability_zone: 'nova:compute-sharing',
            ...('block_device_mapping_v2' in more ? {} : { imageRef: idOf(images, 'tiny') }),
            ...more,
          },
        },
        '2.74',
      )
      await target.pause(3000)
      return textAt(reply.body, 'server', 'id')
    },
    operate: (server: string, body: object, who: Person = demo) =>
      who.nova('POST', `servers/${server}/action`, body),
    attach: (
      server: string,
      volume: string,
      { who = demo, version = '2.89', ...more }: MoreOfAttach = {},
    ) =>
      who.nova(
        'POST',
        `servers/${server}/os-volume_attachments`,
        { volumeAttachment: { volumeId: volume, ...more } },
        version,
      ),
    detach: (server: string, volume: string, who: Person = demo, version = '2.89') =>
      who.nova('DELETE', `servers/${server}/os-volume_attachments/${volume}`, undefined, version),
  }
}

type MoreOfVolume = {
  /** The recording to hold the answer against. */
  label?: string
  who?: Person
  version?: string
  [field: string]: unknown
}

type MoreOfAttach = { who?: Person; version?: string; [field: string]: unknown }

export type Told = { name: string; reply: Reply }
export type Stage = Awaited<ReturnType<typeof openStage>>

/** Brings the cloud into the situations of some recordings, one after the other, and asks what was asked there. */
export type Story = (stage: Stage) => Promise<void>
