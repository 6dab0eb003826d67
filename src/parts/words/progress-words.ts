import { useTranslation } from 'react-i18next'

import type { StepProgress } from '#src/model/attach/attachment-step.ts'
import type { AttachmentTask } from '#src/model/attach/attachment-work.ts'
import type { Tone } from '#src/ui/chips/StatusChip.tsx'

import { statusWord } from './status-words.ts'

/** How a step's progress looks. */
export function progressTone({ state }: StepProgress): Tone {
  switch (state) {
    case 'attached':
    case 'detached':
      return 'good'
    case 'failed':
      return 'bad'
    case 'waiting':
    case 'stopped':
      return 'neutral'
    default:
      return 'busy'
  }
}

/** Says where a step stands. */
export function useProgressWords(): (task: AttachmentTask) => string {
  const { t } = useTranslation('attachments')
  const { t: tVolumes } = useTranslation('volumes')
  return ({ step, progress }) => {
    switch (progress.state) {
      case 'held-up':
        return t('progress.held-up', { status: statusWord(tVolumes, progress.volumeStatus) })
      case 'told-to-wait':
        return t('progress.told-to-wait', { count: Math.ceil(progress.ms / 1000) })
      case 'attached':
        return progress.device === null
          ? t('progress.attached')
          : t('progress.attachedOn', { device: progress.device })
      case 'stopped':
        return t(progress.because ? 'progress.stoppedBefore' : 'progress.stopped')
      case 'asking':
      case 'working':
      case 'failed':
        return t(`progress.${progress.state}-${step.act}`)
      default:
        return t(`progress.${progress.state}`)
    }
  }
}
