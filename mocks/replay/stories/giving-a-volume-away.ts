import { textAt } from '#mocks/client/json.ts'
import type { Story } from '#mocks/replay/stage.ts'

import { nothing } from './nothing.ts'

/** A volume goes from one project to another. */
export const givingAVolumeAway: Story = async (stage) => {
  const { tell, demo, other, server, attach, volume, show, pause } = stage
  const plain = await volume('rec2-act', 'standard')
  await demo.cinder('PUT', `volumes/${plain}/metadata`, { metadata: { a: '3', b: '2' } })
  const offered = await tell(
    '705-transfer-create-2',
    demo.cinder('POST', 'volume-transfers', { transfer: { volume_id: plain, name: 'to other' } }),
  )
  const transfer = textAt(offered.body, 'transfer', 'id')
  await tell('706-volume-awaiting-transfer', show(plain))
  await tell('707-attach-awaiting-transfer', attach(server('node-07'), plain))
  await tell('708-transfer-get', demo.cinder('GET', `volume-transfers/${transfer}`))
  await tell('709-transfer-get-404', demo.cinder('GET', `volume-transfers/${nothing}`))
  await tell(
    '710-transfer-accept',
    other.cinder('POST', `volume-transfers/${transfer}/accept`, {
      accept: { auth_key: textAt(offered.body, 'transfer', 'auth_key') },
    }),
  )
  await pause(1000)
  await tell('711-volume-after-transfer-from-giver', show(plain))
  await tell('712-volume-after-transfer-from-taker', show(plain, other))
}
