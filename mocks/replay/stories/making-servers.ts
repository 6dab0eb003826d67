import type { Story } from '#mocks/replay/stage.ts'

import { nothing } from './nothing.ts'

/** Instances that Nova does not make. */
export const makingServers: Story = async ({ tell, demo, reader, image, flavor }) => {
  const make = (imageRef: string, who = demo) =>
    who.nova('POST', 'servers', {
      server: { name: 'no', imageRef, flavorRef: flavor, networks: 'none' },
    })
  await tell('285-nova-not-json', demo.nova('POST', 'servers', '{', null))
  await tell('790-server-create-no-network-no-host', make(nothing))
  await tell('791-server-create-as-reader', make(image('tiny'), reader))
}
