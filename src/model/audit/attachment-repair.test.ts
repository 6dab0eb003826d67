import { expect, test } from 'vitest'

import { callText, repairCalls, repairCommand } from './attachment-repair.ts'
import { reportAsJson, reportColumns } from './repair-report.ts'

const cloud = { microversions: { volume: null, compute: null } }

const texts = (remedy: Parameters<typeof repairCalls>[0]) =>
  repairCalls(remedy, cloud, 'in-use').map(callText)

test('the calls of each remedy are told as they are sent', () => {
  const deletion = { act: 'delete-attachment', attachmentId: 'a', volumeId: 'v' } as const
  const detach = { act: 'detach', instanceId: 'i', volumeId: 'v' } as const
  const reset = { act: 'reset-status', volumeId: 'v', status: 'available' } as const
  expect(texts(deletion)).toEqual(['DELETE /attachments/a'])
  expect(texts(detach)).toEqual([
    'DELETE /servers/i/os-volume_attachments/v',
    'POST /volumes/v/action {"os-reset_status":{"status":"in-use","attach_status":"attached"}}',
  ])
  expect(texts(reset)).toEqual([
    'POST /volumes/v/action {"os-reset_status":{"status":"available","attach_status":"detached"}}',
  ])
  expect(repairCommand([deletion, detach, reset])).toBe(
    [
      'openstack --os-volume-api-version 3.27 volume attachment delete a',
      'openstack server remove volume i v',
      'openstack volume set --state available --detached v',
    ].join('\n'),
  )
})

test('the report tells what was sent, and how the cloud’s logs know it', () => {
  const [call] = repairCalls(
    { act: 'delete-attachment', attachmentId: 'a', volumeId: 'v' },
    cloud,
    'available',
  )
  const entry = {
    at: 0,
    verdict: 'instance-gone',
    volumeId: 'v',
    volumeName: 'logs',
    instanceId: 'i',
    instanceName: null,
    attachmentId: 'a',
    projectId: 'p',
    outcome: 'failed',
    calls: call ? [{ ...call, status: 409, requestId: 'req-1' }] : [],
    words: 'no',
  } as const
  expect(JSON.parse(reportAsJson([entry], 'admin'))).toMatchObject({
    repairedBy: 'admin',
    repairs: [
      {
        at: '1970-01-01T00:00:00.000Z',
        outcome: 'failed',
        calls: [{ openStackApiVersion: 'volume 3.50', status: 409, requestId: 'req-1' }],
      },
    ],
  })
  const cells = Object.fromEntries(reportColumns.map(({ id, value }) => [id, value(entry)]))
  expect(cells).toMatchObject({
    calls: ['volume 3.50: DELETE /attachments/a → 409'],
    requestIds: ['req-1'],
  })
})
