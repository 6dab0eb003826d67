import type { TFunction } from 'i18next'

const statuses = {
  ACTIVE: 'status.ACTIVE',
  BUILD: 'status.BUILD',
  DELETED: 'status.DELETED',
  ERROR: 'status.ERROR',
  HARD_REBOOT: 'status.HARD_REBOOT',
  MIGRATING: 'status.MIGRATING',
  PASSWORD: 'status.PASSWORD',
  PAUSED: 'status.PAUSED',
  REBOOT: 'status.REBOOT',
  REBUILD: 'status.REBUILD',
  RESCUE: 'status.RESCUE',
  RESIZE: 'status.RESIZE',
  REVERT_RESIZE: 'status.REVERT_RESIZE',
  SHELVED: 'status.SHELVED',
  SHELVED_OFFLOADED: 'status.SHELVED_OFFLOADED',
  SHUTOFF: 'status.SHUTOFF',
  SOFT_DELETED: 'status.SOFT_DELETED',
  SUSPENDED: 'status.SUSPENDED',
  UNKNOWN: 'status.UNKNOWN',
  VERIFY_RESIZE: 'status.VERIFY_RESIZE',
} as const

/** Those of Nova's tasks that a person meets: nova/compute/task_states.py. */
const tasks = {
  scheduling: 'task.scheduling',
  block_device_mapping: 'task.block_device_mapping',
  networking: 'task.networking',
  spawning: 'task.spawning',
  rebooting: 'task.rebooting',
  reboot_pending: 'task.reboot_pending',
  reboot_started: 'task.reboot_started',
  rebooting_hard: 'task.rebooting_hard',
  pausing: 'task.pausing',
  unpausing: 'task.unpausing',
  suspending: 'task.suspending',
  resuming: 'task.resuming',
  'powering-off': 'task.powering-off',
  'powering-on': 'task.powering-on',
  rescuing: 'task.rescuing',
  unrescuing: 'task.unrescuing',
  rebuilding: 'task.rebuilding',
  resize_prep: 'task.resize_prep',
  resize_migrating: 'task.resize_migrating',
  resize_migrated: 'task.resize_migrated',
  resize_finish: 'task.resize_finish',
  migrating: 'task.migrating',
  shelving: 'task.shelving',
  shelving_offloading: 'task.shelving_offloading',
  unshelving: 'task.unshelving',
  image_snapshot: 'task.image_snapshot',
  image_uploading: 'task.image_uploading',
  deleting: 'task.deleting',
} as const

const isStatus = (status: string): status is keyof typeof statuses => status in statuses
const isTask = (task: string): task is keyof typeof tasks => task in tasks

/** Nova's status in the reader's language; one that we don't know stays in the cloud's word. */
export const instanceStatusWord = (t: TFunction<'instances'>, status: string): string =>
  isStatus(status) ? t(statuses[status]) : status

/** Nova's task in the reader's language; one that we don't know stays in the cloud's word. */
export const taskWord = (t: TFunction<'instances'>, task: string): string =>
  isTask(task) ? t(tasks[task]) : task
