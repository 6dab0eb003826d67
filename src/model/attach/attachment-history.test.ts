import { expect, test } from 'vitest'

import { sampleVolume } from '#src/model/testing/sample-volume.ts'

import { attachmentHistory, type InstanceAction } from './attachment-history.ts'

const second = 1_000
const holding = (id: string, attachedAt: number) =>
  sampleVolume({
    id,
    attachments: [
      { id: `a-${id}`, instanceId: 'i-1', device: '/dev/vdb', hostName: null, attachedAt },
    ],
  })
const action = (given: Partial<InstanceAction>): InstanceAction => ({
  action: 'attach_volume',
  requestId: 'req-1',
  startedAt: 100 * second,
  updatedAt: 103 * second,
  failed: false,
  ...given,
})
const historyOf = (actions: InstanceAction[], known = [holding('v-2', 500 * second)]) =>
  attachmentHistory(holding('v-1', 102 * second), new Map([['i-1', actions]]), known)

test('an attach is known to be of this volume by the time of the attachment', () => {
  expect(historyOf([action({})])).toEqual([
    {
      instanceId: 'i-1',
      act: 'attach',
      requestId: 'req-1',
      startedAt: 100 * second,
      tookMs: 3 * second,
      failed: false,
      isThisVolume: true,
    },
  ])
})

test('an attach that brought another volume is left out', () => {
  const other = action({ startedAt: 499 * second, updatedAt: 501 * second })
  expect(historyOf([other])).toEqual([])
})

test('what may have been this volume stays, and nothing is claimed of it', () => {
  const entries = historyOf([
    action({ requestId: 'req-2', action: 'detach_volume', startedAt: 50 * second }),
    action({ requestId: 'req-3', failed: true, startedAt: 101 * second }),
    action({ requestId: 'req-4', startedAt: 200 * second, updatedAt: null }),
    action({ requestId: 'req-5', action: 'reboot' }),
  ])
  expect(entries.map(({ requestId, isThisVolume }) => [requestId, isThisVolume])).toEqual([
    ['req-4', false],
    ['req-3', false],
    ['req-2', false],
  ])
  expect(entries[0]?.tookMs).toBeNull()
})
