import type { Clock } from '#src/model/clock.ts'
import type { InstanceId, VolumeId } from '#src/model/volume/volume.ts'

import type { AttachmentCloud, AttachmentStep, StepProgress } from './attachment-step.ts'
import type { CarryOut } from './run-step.ts'

/** A step that somebody asked for, and where it stands. */
export type AttachmentTask = {
  id: string
  volumeId: VolumeId
  step: AttachmentStep
  progress: StepProgress
  /** The task that has to succeed first, or this one is not begun. */
  needs?: string
}

/**
 * All that is being attached and detached. Steps of one volume are carried out in turn, since Cinder refuses a
 * reservation while another change of the volume runs (cinder/volume/api.py, `_attachment_reserve`); different volumes
 * go side by side. A failed step stops none of the others.
 */
export type AttachmentWork = {
  /**
   * Adds steps behind those of the volume that are under way, in the place of what is over for the same instance. One
   * that is still to come for the instance is not added twice.
   */
  start(volumeId: VolumeId, steps: readonly AttachmentStep[]): void
  /** Adds steps of which each is begun only when the one before has succeeded; otherwise as `start`. */
  startChain(volumeId: VolumeId, steps: readonly AttachmentStep[]): void
  /**
   * Puts a failed or stopped step behind the others again, with those that depend on it; before them the one that it
   * depends on itself, where that did not succeed.
   */
  retry(taskId: string): void
  /**
   * Drops the steps of the volume whose turn has not come, or of those the ones for one instance; what the cloud has
   * begun goes on, and what was attached stays.
   */
  stop(volumeId: VolumeId, instanceId?: InstanceId): void
  /** Forgets the ended steps of the volume, or of all volumes; where an instance is given, only those for it. */
  forget(volumeId?: VolumeId, instanceId?: InstanceId): void
  /** Ends all work because the user has left. No more requests or notifications; what the cloud has begun continues there. */
  quit(): void
  subscribe: (listener: () => void) => () => void
  /** All steps, oldest first; the same array until something changes. */
  getSnapshot: () => readonly AttachmentTask[]
}

/** Whether a step has come to its end. */
export const isOver = ({ state }: StepProgress): boolean =>
  state === 'attached' || state === 'detached' || state === 'failed' || state === 'stopped'

/** Whether a step may be asked for once more. */
export const mayRetry = ({ state }: StepProgress): boolean =>
  state === 'failed' || state === 'stopped'

/** Without those that were to follow a step which is not there any more, and so can never be begun. */
const withoutOrphans = (tasks: readonly AttachmentTask[]): readonly AttachmentTask[] => {
  const ids = new Set(tasks.map(({ id }) => id))
  return tasks.filter(
    ({ needs, progress }) => needs === undefined || ids.has(needs) || progress.state !== 'stopped',
  )
}

/** Whether a step is for this volume and this instance; what is not given is any. */
const concerns = (task: AttachmentTask, volumeId?: VolumeId, instanceId?: InstanceId): boolean =>
  (volumeId === undefined || task.volumeId === volumeId) &&
  (instanceId === undefined || task.step.instanceId === instanceId)

/** What the work needs of its surroundings. */
export type WorkSurroundings = {
  /** Carries out one step. Passed in, so that its code is loaded only when something is attached. */
  runStep: CarryOut
  cloud: AttachmentCloud
  clock: Clock
  newId: () => string
  /** Told of each step that has ended. */
  onOver?: (task: AttachmentTask) => void
}

/** The steps of one volume on their way; `stop` is that of the step whose turn it is, which is for instance `turn`. */
type Lane = { stop: AbortController; turn?: InstanceId }

/** Work with nothing to do yet. */
export function createAttachmentWork({
  runStep,
  cloud,
  clock,
  newId,
  onOver,
}: WorkSurroundings): AttachmentWork {
  let tasks: readonly AttachmentTask[] = []
  const listeners = new Set<() => void>()
  const lanes = new Map<VolumeId, Lane>()
  const usualMs = new Map<AttachmentStep['act'], number>()
  const quit = new AbortController()

  const set = (next: readonly AttachmentTask[]) => {
    tasks = next
    listeners.forEach((listener) => listener())
  }
  const move = (id: string, progress: StepProgress) => {
    set(tasks.map((task) => (task.id === id ? { ...task, progress } : task)))
    const task = tasks.find((one) => one.id === id)
    if (!task || !isOver(progress)) return
    onOver?.(task)
    if (!mayRetry(progress)) return
    for (const { id: next, needs, progress: now } of tasks)
      if (needs === id && now.state === 'waiting')
        move(next, { state: 'stopped', because: 'step-before' })
  }
  const nextOf = (volumeId: VolumeId) =>
    tasks.find((task) => task.volumeId === volumeId && task.progress.state === 'waiting')
  const comingFor = (volumeId: VolumeId, instanceId: InstanceId, act?: AttachmentStep['act']) =>
    tasks.find(
      (task) =>
        task.volumeId === volumeId &&
        task.step.instanceId === instanceId &&
        task.progress.state === 'waiting' &&
        (act === undefined || task.step.act === act),
    )
  const newTask = (volumeId: VolumeId, step: AttachmentStep, needs?: string): AttachmentTask => ({
    id: newId(),
    volumeId,
    step,
    progress: { state: 'waiting' },
    ...(needs !== undefined && { needs }),
  })

  /** Adds tasks in the place of what is over for the same instances. */
  function add(volumeId: VolumeId, news: readonly AttachmentTask[]) {
    const anew = new Set(news.map(({ step }) => step.instanceId))
    const staying = tasks.filter(
      (task) =>
        task.volumeId !== volumeId || !anew.has(task.step.instanceId) || !isOver(task.progress),
    )
    set([...withoutOrphans(staying), ...news])
    open(volumeId)
  }

  /** A task that may be tried again, and those behind it that depend on it. */
  const chainFrom = (task: AttachmentTask): AttachmentTask[] => [
    task,
    ...tasks
      .filter(({ needs, progress }) => needs === task.id && mayRetry(progress))
      .flatMap(chainFrom),
  ]

  function retry(taskId: string) {
    const task = tasks.find(({ id }) => id === taskId)
    if (!task || !mayRetry(task.progress)) return
    const before = tasks.find(({ id }) => id === task.needs)
    if (before && mayRetry(before.progress)) {
      retry(before.id)
      return
    }
    const chain = chainFrom(task)
    const again = new Set(chain.map(({ id }) => id))
    set([
      ...tasks.filter(({ id }) => !again.has(id)),
      ...chain.map((one): AttachmentTask => ({ ...one, progress: { state: 'waiting' } })),
    ])
    open(task.volumeId)
  }

  /** Carries out the steps of one volume, in turn, until none is left. */
  async function run(volumeId: VolumeId, lane: Lane): Promise<void> {
    for (let task = nextOf(volumeId); task !== undefined; task = nextOf(volumeId)) {
      const { id, step } = task
      lane.turn = step.instanceId
      const around = {
        cloud,
        clock,
        stop: lane.stop.signal,
        quit: quit.signal,
        usualMs: usualMs.get(step.act),
        took: (ms: number) => usualMs.set(step.act, ms),
      }
      for await (const progress of runStep(volumeId, step, around)) {
        if (quit.signal.aborted) return
        move(id, progress)
      }
    }
    lanes.delete(volumeId)
  }

  function open(volumeId: VolumeId) {
    if (lanes.has(volumeId)) return
    const lane: Lane = { stop: new AbortController() }
    lanes.set(volumeId, lane)
    void run(volumeId, lane)
  }

  return {
    start(volumeId, steps) {
      const news = steps.filter((step) => !comingFor(volumeId, step.instanceId))
      add(
        volumeId,
        news.map((step) => newTask(volumeId, step)),
      )
    },
    startChain(volumeId, steps) {
      const news: AttachmentTask[] = []
      let needs: string | undefined
      for (const step of steps) {
        const coming = comingFor(volumeId, step.instanceId, step.act)
        const task = coming ?? newTask(volumeId, step, needs)
        if (!coming) news.push(task)
        needs = task.id
      }
      add(volumeId, news)
    },
    retry,
    stop(volumeId, instanceId) {
      const lane = lanes.get(volumeId)
      for (const task of tasks)
        if (concerns(task, volumeId, instanceId) && task.progress.state === 'waiting')
          move(task.id, { state: 'stopped' })
      if (lane === undefined || (instanceId !== undefined && lane.turn !== instanceId)) return
      lane.stop.abort()
      // Steps that are added from now on are not stopped with those of before.
      lane.stop = new AbortController()
    },
    forget(volumeId, instanceId) {
      set(
        withoutOrphans(
          tasks.filter((task) => !isOver(task.progress) || !concerns(task, volumeId, instanceId)),
        ),
      )
    },
    quit() {
      quit.abort()
      for (const lane of lanes.values()) lane.stop.abort()
      tasks = []
      listeners.clear()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => tasks,
  }
}
