import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

/** What Cinder tells of a volume for which it found no place. */
export const readingMessages: Story = async (stage) => {
  const { tell, demo, reader, server, attach, volume } = stage
  const list = (query = '', who = demo, version = '3.70') =>
    who.cinder('GET', `messages${query}`, undefined, version)
  const failed = await volume('rec2-bad', 'multiattach-nowhere')
  const one = await tell('713-messages-limit-1', list('?limit=1'))
  await tell('714-messages-of-one-volume', list(`?resource_uuid=${failed}`))
  await tell('715-messages-as-reader', list('?limit=1', reader))
  await tell('716-messages-3.2', list('', demo, '3.2'))
  const path = `/${textAt(one.body, 'messages', 0, 'id')}`
  await tell('717-message-get', list(path))
  await tell('718-message-delete-as-reader', reader.cinder('DELETE', `messages${path}`))
  await tell('719-message-delete', demo.cinder('DELETE', `messages${path}`))
  await tell('720-message-get-404', list(path))
  await tell('721-attach-volume-in-error-never-made', attach(server('node-07'), failed))
}
