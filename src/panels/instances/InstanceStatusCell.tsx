import { useTranslation } from 'react-i18next'

import type { Instance } from '#src/model/instance/instance.ts'
import { instanceStatusWord, taskWord } from '#src/parts/words/instance-status-words.ts'
import { instanceTone } from '#src/parts/words/instance-words.ts'
import { StatusChip } from '#src/ui/chips/StatusChip.tsx'

/** An instance's status, and what Nova is doing to it just now. */
export function InstanceStatusCell({ instance }: { instance: Instance }) {
  const { t } = useTranslation('instances')
  const status = instanceStatusWord(t, instance.status)
  const task = instance.taskState === null ? [] : [taskWord(t, instance.taskState)]
  return <StatusChip tone={instanceTone(instance)} label={[status, ...task].join(' · ')} />
}
