import { createAttachmentWork, isOver } from '#src/model/attach/attachment-work.ts'
import { runStep } from '#src/model/attach/run-step.ts'
import { realClock } from '#src/model/clock.ts'
import type { InstanceId } from '#src/model/volume/volume.ts'

import { type LiveCloud, liveCloud } from './live-cloud.ts'

/** How often the cloud's own time is looked for, in ms. */
const fineMs = 20

/** Runs one attach or detach as closely as can be: from the request to the volume's rest, in ms. */
async function own(cloud: LiveCloud, volume: string, begin: () => Promise<unknown>) {
  const begun = performance.now()
  await begin()
  for (;;) {
    const { status } = await cloud.attachments.look(volume)
    if (status === 'in-use' || status === 'available') return performance.now() - begun
    await realClock.wait(fineMs)
  }
}

/** Attaches to all in turn with nothing between, and detaches again; the sum of the cloud's own times, in ms. */
async function cloudsTime(cloud: LiveCloud, volume: string, instances: readonly InstanceId[]) {
  let sum = 0
  for (const instance of instances)
    sum += await own(cloud, volume, () => cloud.attachments.attach(volume, instance, undefined))
  for (const instance of instances)
    await own(cloud, volume, () => cloud.attachments.detach(volume, instance))
  return sum
}

/** Attaches to all as the page does, and detaches again; the time in ms and the looks that it took. */
async function ourTime(cloud: LiveCloud, volume: string, instances: readonly InstanceId[]) {
  let looks = 0
  const work = createAttachmentWork({
    runStep,
    clock: realClock,
    newId: () => crypto.randomUUID(),
    cloud: {
      ...cloud.attachments,
      look: (id) => {
        looks += 1
        return cloud.attachments.look(id)
      },
    },
  })
  const finished = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const leave = work.subscribe(() => {
      if (work.getSnapshot().every(({ progress }) => isOver(progress))) resolve()
    })
    return promise.finally(leave)
  }
  const begun = performance.now()
  const attached = finished()
  work.start(
    volume,
    instances.map((instanceId) => ({ act: 'attach', instanceId })),
  )
  await attached
  const took = performance.now() - begun
  const failed = work.getSnapshot().filter(({ progress }) => progress.state !== 'attached')
  if (failed.length > 0) throw new Error(`${failed.length} were not attached`)
  const spent = looks
  const detached = finished()
  work.start(
    volume,
    instances.map((instanceId) => ({ act: 'detach', instanceId })),
  )
  await detached
  return { took, looks: spent }
}

const cloud = await liveCloud()
const wanted = Number(process.argv[2] ?? 10)
const instances = (await cloud.instancesNamed(/^node-/)).slice(0, wanted)
const volume = await cloud.createShareable('bench-attach')
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

console.log(`One volume, ${instances.length} instances, three runs in turn`)
console.log('| run | the cloud’s own | Mooring | ratio | looks an attachment |')
console.log('| --- | --- | --- | --- | --- |')
for (const run of [1, 2, 3]) {
  const theirs = await cloudsTime(cloud, volume, instances)
  const { took, looks } = await ourTime(cloud, volume, instances)
  const each = (looks / instances.length).toFixed(1)
  const ratio = (took / theirs).toFixed(3)
  console.log(`| ${run} | ${seconds(theirs)} | ${seconds(took)} | ${ratio} | ${each} |`)
}
await cloud.remove(volume)
