import { expect, test } from 'vitest'

import { createVisit } from '#server/testing/fake-cloud.ts'

test('each request leaves one line, and no secret in it', async () => {
  const lines: { level: string; fields: object; message: string }[] = []
  const into = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message })
  const log = { info: into('info'), warn: into('warn'), error: into('error') }
  const { signIn, send, cloud } = createVisit({}, { log })
  await signIn('ann')
  cloud.answerWith(() => Response.json({}, { headers: { 'x-openstack-request-id': 'req-7' } }))
  await send('/api/volume/volumes?name=private')
  cloud.answerWith(() => Promise.reject(new Error('gone')))
  await send('/api/volume/volumes')
  expect(lines).toEqual([
    {
      level: 'info',
      fields: { method: 'POST', path: '/api/session', status: 201, ms: 0 },
      message: 'request',
    },
    {
      level: 'info',
      fields: {
        method: 'GET',
        path: '/api/volume/volumes',
        status: 200,
        ms: 0,
        requestId: 'req-7',
      },
      message: 'request',
    },
    {
      level: 'warn',
      fields: { method: 'GET', path: '/api/volume/volumes', status: 502, ms: 0 },
      message: 'request',
    },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/token-|right|private|mooring=/)
})
