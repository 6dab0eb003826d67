import { useTranslation } from 'react-i18next'

import { mayOnlyRead } from '#src/model/cloud/role.ts'
import { type CloudService, isEnabled, stateOfHost } from '#src/model/services/cloud-service.ts'
import { useScope } from '#src/queries/session.ts'
import { StatusChip, type Tone } from '#src/ui/chips/StatusChip.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { PlainTable } from '#src/ui/table/PlainTable.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

import { useBackEndsSearch } from './back-ends-navigation.ts'

const tones: Record<ReturnType<typeof stateOfHost>, Tone> = {
  up: 'good',
  down: 'bad',
  unknown: 'warn',
}

/** The services of Cinder, each with the way to take it out of use or into use. */
export function ServicesTable({ services }: { services: readonly CloudService[] }) {
  const { t } = useTranslation('backEnds')
  const { t: tVolumes } = useTranslation('volumes')
  const { change } = useBackEndsSearch()
  const readOnly = mayOnlyRead(useScope()) ? tVolumes('obstacles.readOnlyRole') : undefined
  const statusWord = ({ status }: CloudService) =>
    status === 'enabled' || status === 'disabled' ? t(`services.${status}`) : status
  const stateWord = ({ state }: CloudService) =>
    state === 'up' || state === 'down' ? t(`services.${state}`) : state
  return (
    <PlainTable
      label={t('services.title')}
      heads={[
        t('services.binary'),
        t('services.host'),
        t('services.zone'),
        t('services.status'),
        t('services.state'),
        t('services.updated'),
        t('services.reason'),
        t('services.actions'),
      ]}
      rows={services.map((service) => {
        const enabled = isEnabled(service)
        const { id, binary, host, zone, updatedAt, disabledReason } = service
        return {
          key: id,
          name: `${binary} ${host}`,
          cells: [
            binary,
            host,
            zone ?? t('none'),
            <StatusChip
              key="status"
              tone={enabled ? 'good' : 'warn'}
              label={statusWord(service)}
            />,
            <StatusChip
              key="state"
              tone={tones[stateOfHost(service)]}
              label={stateWord(service)}
            />,
            <TimeText key="updated" at={updatedAt} />,
            disabledReason === null ? t('none') : <bdi key="reason">{disabledReason}</bdi>,
            <ReasonedButton
              key="action"
              size="small"
              color={enabled ? 'error' : 'primary'}
              obstacle={readOnly}
              onClick={() =>
                change({ dialog: enabled ? 'disable' : 'enable', service: id }, 'push')
              }
            >
              {t(enabled ? 'disable.title' : 'enable.title')}
            </ReasonedButton>,
          ],
        }
      })}
    />
  )
}
