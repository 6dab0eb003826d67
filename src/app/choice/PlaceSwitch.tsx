import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMatches, useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isOver } from '#src/model/attach/attachment-work.ts'
import type { SwitchRequest } from '#src/model/cloud/session.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { stopAttachmentWork, useAttachmentTasks } from '#src/queries/attach/attachment-work.ts'
import { switchMutation, useScope } from '#src/queries/session.ts'
import { lazyPart } from '#src/ui/lazy-part.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { ChoiceButton } from './ChoiceButton.tsx'

const ConfirmDialog = lazyPart(() =>
  import('#src/ui/dialog/ConfirmDialog.tsx').then((m) => m.ConfirmDialog),
)

/** The list page of a details page; the page itself otherwise. */
const listOf = (path = '') => path.replace(/\/\$.*/, '') || '.'

/** Shows the current project and region, and switches to others. */
export function PlaceSwitch() {
  const { t } = useTranslation('frame')
  const scope = useScope()
  const move = useMutation(switchMutation)
  const client = useQueryClient()
  const navigate = useNavigate()
  const list = useMatches({ select: (matches) => listOf(matches.at(-1)?.fullPath) })
  const unfinished = useAttachmentTasks().some(({ progress }) => !isOver(progress))
  const [asked, setAsked] = useState<SwitchRequest>()

  const go = (to: SwitchRequest) => {
    stopAttachmentWork(client)
    move.mutate(to, {
      onSuccess: () => {
        setAsked(undefined)
        // An item with a details page does not exist in the other scope.
        void navigate({ to: list, search: {} })
      },
      onError: () => setAsked(to),
    })
  }
  const ask = (to: SwitchRequest) => (unfinished ? setAsked(to) : go(to))
  const { project, projects, region, regions } = scope
  return (
    <>
      <ChoiceButton
        label={t('project.label')}
        now={project.id}
        choices={projects.map(({ id, name, domainName }) => ({
          id,
          label: name,
          detail: domainName,
        }))}
        onChoose={(projectId) => ask({ projectId })}
      />
      {regions.length > 1 && (
        <ChoiceButton
          label={t('region.label')}
          now={region}
          choices={regions.map((name) => ({ id: name, label: name }))}
          onChoose={(name) => ask({ region: name })}
        />
      )}
      {asked && (
        <Suspense>
          <ConfirmDialog
            title={t(move.error ? 'switching.failed' : 'switching.title')}
            confirmLabel={t('switching.confirm')}
            pending={move.isPending}
            error={move.error && <ErrorNotice {...noticeOf(move.error)} />}
            onConfirm={() => go(asked)}
            onClose={() => {
              setAsked(undefined)
              move.reset()
            }}
          >
            {unfinished && <Typography>{t('leave')}</Typography>}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  )
}
