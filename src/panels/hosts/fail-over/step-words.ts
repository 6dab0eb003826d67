import { useTranslation } from 'react-i18next'

import type { AttachmentStep } from '#src/model/attach/attachment-step.ts'
import { shortId } from '#src/model/attach/holder.ts'
import { type Instance, instanceName } from '#src/model/instance/instance.ts'
import type { InstanceId } from '#src/model/volume/volume.ts'

/** Says what a step does, with the instance's name. */
export function useStepWords(
  instances: ReadonlyMap<InstanceId, Instance>,
): (step: AttachmentStep) => string {
  const { t } = useTranslation('failOver')
  return ({ act, instanceId }) => {
    const instance = instances.get(instanceId)
    return t(`steps.${act}`, { name: instance ? instanceName(instance) : shortId(instanceId) })
  }
}
