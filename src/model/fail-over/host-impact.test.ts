import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { CloudService } from '#src/model/services/cloud-service.ts'
import { attachedTo, sampleInstance, sampleVolume } from '#src/model/testing/sample-volume.ts'

import {
  concernsSeveral,
  crowdedHosts,
  holdersAt,
  hostImpacts,
  hostOf,
  hostStates,
  tallyOfImpact,
} from './host-impact.ts'

const service = (host: string, given: Partial<CloudService> = {}): CloudService => ({
  id: host,
  binary: 'nova-compute',
  host,
  zone: 'nova',
  status: 'enabled',
  state: 'up',
  forcedDown: false,
  updatedAt: 0,
  disabledReason: null,
  ...given,
})

const instance = (id: string, host: string | null) => sampleInstance({ id, name: id, host })
const byId = (...all: ReturnType<typeof instance>[]) => new Map(all.map((one) => [one.id, one]))

test('Nova’s word for the host counts, and Cinder’s where Nova has none', () => {
  expect(hostOf({ hostName: 'old' }, { host: 'new' })).toBe('new')
  expect(hostOf({ hostName: 'old' }, { host: null })).toBeNull()
  expect(hostOf({ hostName: 'old' }, undefined)).toBe('old')
})

test('a host that Cinder names otherwise than Nova is told', () => {
  const volume = sampleVolume({ attachments: [{ ...attachedTo('a'), hostName: 'old' }] })
  const [holder] = holdersAt(volume, byId(instance('a', 'new')), hostStates([service('new')]))
  expect(holder).toMatchObject({ host: 'new', hostState: 'up', cinderHost: 'old' })
})

describe('a host', () => {
  const data = sampleVolume({
    id: 'data',
    name: 'data',
    shareable: true,
    attachments: ['a', 'b', 'c'].map((id) => attachedTo(id)),
  })
  const votes = sampleVolume({
    id: 'votes',
    name: 'votes',
    shareable: true,
    attachments: [attachedTo('a')],
  })
  const plain = sampleVolume({ id: 'plain', name: 'plain', attachments: [attachedTo('b')] })
  const impacts = hostImpacts({
    services: [service('one', { state: 'down' }), service('two'), service('three')],
    instances: byId(instance('a', 'one'), instance('b', 'one'), instance('c', 'two')),
    volumes: [votes, plain, data],
  })
  const [one, three, two] = impacts

  test('has its instances and all that they hold, and says who else holds it', () => {
    expect(impacts.map(({ host }) => host)).toEqual(['one', 'three', 'two'])
    expect(one?.instances.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(one?.volumes.map(({ volume }) => volume.id)).toEqual(['data', 'plain', 'votes'])
    const [first] = one?.volumes ?? []
    expect(first?.here.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(first?.elsewhere).toMatchObject([{ name: 'c', host: 'two', hostState: 'up' }])
    expect(three).toMatchObject({ instances: [], volumes: [] })
    expect(two?.volumes).toHaveLength(1)
  })

  test('counts which shared volumes go on without it', () => {
    expect(one && tallyOfImpact(one)).toEqual({ shared: 2, goOn: 1, stop: 1, twiceHere: 1 })
    expect(two && tallyOfImpact(two)).toEqual({ shared: 1, goOn: 0, stop: 1, twiceHere: 0 })
  })
})

test('a host without a service is there all the same, where something is on it', () => {
  const lost = sampleVolume({ attachments: [{ ...attachedTo('gone'), hostName: 'lost' }] })
  const impacts = hostImpacts({
    services: [],
    instances: byId(instance('a', 'nameless')),
    volumes: [lost],
  })
  expect(impacts).toMatchObject([
    { host: 'lost', service: undefined, state: 'unknown', volumes: [{ here: [{ name: 'gone' }] }] },
    { host: 'nameless', state: 'unknown', volumes: [] },
  ])
})

test('whatever the lists say, every attachment with a host is counted once, on that host', () => {
  const host = fc.constantFrom('one', 'two', 'three', null)
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const attachment = fc.record({ instanceId: fc.option(id), hostName: host })
  fc.assert(
    fc.property(
      fc.dictionary(id, host),
      fc.array(fc.array(attachment, { maxLength: 5 }), { maxLength: 6 }),
      fc.subarray(['one', 'two', 'three']),
      (placed, held, served) => {
        const instances = byId(...Object.entries(placed).map(([name, at]) => instance(name, at)))
        const volumes = held.map((attachments, number) =>
          sampleVolume({
            id: `volume-${number}`,
            attachments: attachments.map((one, place) => ({
              ...attachedTo(one.instanceId ?? ''),
              ...one,
              id: `${number}-${place}`,
            })),
          }),
        )
        const impacts = hostImpacts({
          services: served.map((name) => service(name)),
          instances,
          volumes,
        })
        expect(new Set(impacts.map((one) => one.host)).size).toBe(impacts.length)
        const here = impacts.flatMap(({ host: at, volumes: on }) =>
          on.flatMap((one) => one.here.map(({ key }) => `${key}@${at}`)),
        )
        const expected = volumes.flatMap(({ attachments }) =>
          attachments.flatMap((one) => {
            const known = one.instanceId === null ? undefined : instances.get(one.instanceId)
            const at = hostOf(one, known)
            return at === null ? [] : [`${one.id}@${at}`]
          }),
        )
        expect(here.toSorted()).toEqual(expected.toSorted())
        for (const { volumes: on } of impacts)
          for (const { volume, here: mine, elsewhere } of on)
            expect(mine.length + elsewhere.length).toBe(volume.attachments.length)
        for (const impact of impacts) {
          const { shared, goOn, stop } = tallyOfImpact(impact)
          expect(goOn + stop).toBe(shared)
          expect(shared).toBe(impact.volumes.filter(({ volume }) => concernsSeveral(volume)).length)
        }
      },
    ),
  )
})

test('hosts with more than one holder are those where draining touches several', () => {
  const holders = ['a', 'b', 'a', null, null].map((host) => ({ host }))
  expect([...crowdedHosts(holders)]).toEqual(['a'])
})
