import type { TFunction } from 'i18next'

import { isChangingStatus, type VolumeStatus } from '#src/model/volume/volume.ts'

/** The tone of a status: idle and fine, in use, in progress, wrong, or unknown. */
export type StatusTone = 'neutral' | 'good' | 'busy' | 'bad' | 'warn'

const words = {
  creating: 'status.creating',
  available: 'status.available',
  reserved: 'status.reserved',
  attaching: 'status.attaching',
  detaching: 'status.detaching',
  'in-use': 'status.in-use',
  maintenance: 'status.maintenance',
  deleting: 'status.deleting',
  'awaiting-transfer': 'status.awaiting-transfer',
  error: 'status.error',
  error_deleting: 'status.error_deleting',
  error_managing: 'status.error_managing',
  managing: 'status.managing',
  'backing-up': 'status.backing-up',
  'restoring-backup': 'status.restoring-backup',
  'error_backing-up': 'status.error_backing-up',
  error_restoring: 'status.error_restoring',
  error_extending: 'status.error_extending',
  downloading: 'status.downloading',
  uploading: 'status.uploading',
  retyping: 'status.retyping',
  extending: 'status.extending',
  reverting: 'status.reverting',
  unmanaging: 'status.unmanaging',
} as const

const isKnown = (status: string): status is keyof typeof words => status in words

/** The status in the reader's language; one that we don't know stays in the cloud's word. */
export const statusWord = (t: TFunction<'volumes'>, status: VolumeStatus): string =>
  isKnown(status) ? t(words[status]) : status

/** How the status is to look. */
export function toneOf(status: VolumeStatus): StatusTone {
  if (status.startsWith('error')) return 'bad'
  if (isChangingStatus(status)) return 'busy'
  if (status === 'available') return 'good'
  if (status === 'in-use') return 'neutral'
  return isKnown(status) ? 'warn' : 'neutral'
}
