import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { FailOverTick } from '#src/model/fail-over/fail-over.ts'
import { attachmentOf } from '#src/model/volume/volume.ts'
import { useHostStates } from '#src/panels/hosts/known-hosts.ts'
import { WaysOut } from '#src/panels/hosts/WaysOut.tsx'
import { SeveralWritersWarning } from '#src/parts/dialog/SeveralWritersWarning.tsx'
import { ReasonedButton } from '#src/ui/form/ReasonedButton.tsx'
import { MultiPicker } from '#src/ui/picker/MultiPicker.tsx'

import { useFailOverObstacleText } from './fail-over-words.ts'
import { FailOverPlanView } from './FailOverPlanView.tsx'
import { FailOverTicks } from './FailOverTicks.tsx'
import { standbyOptions } from './standby-options.ts'
import { useAttachActor } from './use-attach-actor.ts'
import type { FailOver } from './use-fail-over.ts'

/** Chooses the standby, shows what would be done, and asks for what has to be sure before. */
export function FailOverForm({ failOver }: { failOver: FailOver }) {
  const { t } = useTranslation('failOver')
  const { volume, given, plan, obstacle, picked, pick, start, looking } = failOver
  const { from } = given
  const [ticks, setTicks] = useState<{ for: string | undefined; on: readonly FailOverTick[] }>()
  // What was ticked was ticked for one standby.
  const ticked = ticks?.for === picked ? (ticks?.on ?? []) : []
  const words = useFailOverObstacleText()
  const ready = plan !== undefined && !looking && plan.ticks.every((tick) => ticked.includes(tick))
  const others = volume.attachments.filter(({ instanceId }) => instanceId !== from.instanceId)
  const unticked = plan?.ticks.some((tick) => !ticked.includes(tick)) ?? false
  const missing = plan === undefined ? t('pickFirst') : unticked ? t('tickFirst') : undefined
  const impossible =
    obstacle && obstacle.kind !== 'no-standby' && obstacle.kind !== 'standby' ? obstacle : undefined
  return (
    <Stack
      component="form"
      spacing={2}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) start()
      }}
    >
      {attachmentOf(volume, from.instanceId) === undefined && (
        <Alert severity="info">{t('letGo')}</Alert>
      )}
      {impossible ? (
        <Alert severity="warning" variant="outlined">
          {words(impossible, from.instance)}
          {impossible.kind === 'stuck' && (
            <WaysOut left={impossible.left} instanceId={from.instanceId} volumeId={volume.id} />
          )}
        </Alert>
      ) : (
        <>
          <StandbyPicker failOver={failOver} picked={picked} onPick={pick} />
          {obstacle?.kind === 'standby' && (
            <Alert severity="warning">{words(obstacle, from.instance, given.to?.instance)}</Alert>
          )}
          {plan && <FailOverPlanView failOver={failOver} plan={plan} />}
          {plan && others.length > 0 && <SeveralWritersWarning bootable={volume.bootable} />}
          {plan && (
            <FailOverTicks
              ticks={plan.ticks}
              from={from}
              ticked={ticked}
              onTickedChange={(on) => setTicks({ for: picked, on })}
            />
          )}
          <ReasonedButton
            type="submit"
            variant="contained"
            color="error"
            loading={looking}
            obstacle={missing}
            sx={{ alignSelf: 'flex-start' }}
          >
            {t('submit')}
          </ReasonedButton>
        </>
      )}
    </Stack>
  )
}

/** Picks one instance of the volume's project; a second pick takes the place of the first. */
function StandbyPicker({
  failOver: { volume, instances, given },
  picked,
  onPick,
}: {
  failOver: FailOver
  picked: string | undefined
  onPick: (id: string | undefined) => void
}) {
  const { t } = useTranslation('failOver')
  const { t: tInstances } = useTranslation('instances')
  const { t: tAttachments } = useTranslation('attachments')
  const hosts = useHostStates()
  const { administrator, readOnly, cloudCanShare } = useAttachActor()
  const from = given.from.instanceId
  const options = useMemo(
    () =>
      standbyOptions(
        { t, tInstances, tAttachments },
        { volume, from, instances: instances.values(), hosts },
        { administrator, readOnly, cloudCanShare },
      ),
    [
      t,
      tInstances,
      tAttachments,
      volume,
      from,
      instances,
      hosts,
      administrator,
      readOnly,
      cloudCanShare,
    ],
  )
  return (
    <MultiPicker
      label={t('standby.label')}
      placeholder={t('standby.placeholder')}
      options={options}
      picked={picked === undefined ? [] : [picked]}
      onPickedChange={(ids) => onPick(ids.at(-1))}
      loading={false}
      single
    />
  )
}
