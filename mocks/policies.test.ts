import { beforeAll, describe, expect, test } from 'vitest'

import { at, attachTo, detachFrom, listAt, sentenceOf, startCloud, type Person } from './asking.ts'

const namesFor = async (who: Person) =>
  listAt((await who.cinder('GET', 'volumes?all_tenants=1')).body, 'volumes').map((one) =>
    at(one, 'name'),
  )

const specs = async (who: Person, type: string) =>
  at((await who.cinder('GET', `types/${type}`)).body, 'volume_type', 'extra_specs')

describe('by role', () => {
  const { signIn, server, volume, type } = startCloud()
  let reader: Person
  let demo: Person
  let admin: Person
  beforeAll(async () => {
    reader = await signIn('reader', 'demo')
    demo = await signIn('demo', 'demo')
    admin = await signIn('admin', 'demo')
  })

  const refused: [string, string, (who: Person) => ReturnType<Person['cinder']>][] = [
    [
      'create a volume',
      'volume:create',
      (who) => who.cinder('POST', 'volumes', { volume: { size: 1 } }),
    ],
    [
      'delete a volume',
      'volume:delete',
      (who) => who.cinder('DELETE', `volumes/${volume('scratch')}`),
    ],
    [
      'change a volume',
      'volume:update',
      (who) => who.cinder('PUT', `volumes/${volume('scratch')}`, { volume: { name: 'x' } }),
    ],
    [
      'extend a volume',
      'volume:extend',
      (who) =>
        who.cinder('POST', `volumes/${volume('scratch')}/action`, { 'os-extend': { new_size: 9 } }),
    ],
    [
      'attach a volume',
      'os_compute_api:os-volumes-attachments:create',
      (who) => attachTo(who, server('node-13'), volume('lonely')),
    ],
    [
      'detach a volume',
      'os_compute_api:os-volumes-attachments:delete',
      (who) => detachFrom(who, server('node-01'), volume('quorum-disk')),
    ],
    [
      'reserve a volume',
      'volume:attachment_create',
      (who) => who.cinder('POST', 'attachments', { attachment: { volume_uuid: volume('lonely') } }),
    ],
  ]
  test.each(refused)('a reader may not %s', async (_what, rule, act) => {
    const reply = await act(reader)
    expect([reply.status, sentenceOf(reply)]).toEqual([
      403,
      `Policy doesn't allow ${rule} to be performed.`,
    ])
  })

  test.each(['volumes/detail', 'types', 'limits', 'messages', 'attachments', 'snapshots'])(
    'a reader may look at %s',
    async (path) => {
      expect((await reader.cinder('GET', path)).status).toBe(200)
    },
  )

  test('a member may not set states or see the hosts of others', async () => {
    const reset = await demo.cinder('POST', `volumes/${volume('scratch')}/action`, {
      'os-reset_status': { status: 'error' },
    })
    expect([reset.status, sentenceOf(reset)]).toEqual([
      403,
      "Policy doesn't allow volume_extension:volume_admin_actions:reset_status to be performed.",
    ])
    const all = await demo.nova('GET', 'servers/detail?all_tenants=1')
    expect([all.status, sentenceOf(all)]).toEqual([
      403,
      "Policy doesn't allow os_compute_api:servers:detail:get_all_tenants to be performed.",
    ])
  })

  test('a member who asks Cinder for all projects gets their own, an administrator all', async () => {
    expect(await namesFor(demo)).not.toContain('dataset')
    expect(await namesFor(admin)).toContain('dataset')
    const servers = await admin.nova('GET', 'servers?all_tenants=1')
    expect(listAt(servers.body, 'servers').map((one) => at(one, 'name'))).toContain('gpu-1')
  })

  test('a member sees of extra specs only what users are to see', async () => {
    expect(await specs(demo, type('multiattach'))).toEqual({ multiattach: '<is> True' })
    expect(await specs(admin, type('multiattach'))).toEqual({
      multiattach: '<is> True',
      volume_backend_name: 'shared',
    })
  })

  test('a volume of another project is not there', async () => {
    const id = volume('dataset')
    const reply = await demo.cinder('GET', `volumes/${id}`)
    expect([reply.status, sentenceOf(reply)]).toEqual([404, `Volume ${id} could not be found.`])
    const other = await demo.ask('GET', `/cloud/volume/v3/${'0'.repeat(32)}/volumes`)
    expect([other.status, sentenceOf(other)]).toEqual([400, 'Malformed request url'])
  })
})
