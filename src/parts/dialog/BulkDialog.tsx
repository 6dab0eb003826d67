import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { type Outcome, tallyOf, toRetry } from '#src/model/each-in-turn.ts'
import { mayPass } from '#src/openstack/http/error-lasting.ts'
import { useEachInTurn } from '#src/parts/each-in-turn.ts'
import { OutcomeList } from '#src/parts/progress/OutcomeList.tsx'
import { FormDialog } from '#src/ui/dialog/FormDialog.tsx'
import type { ErrorNoticeProps } from '#src/ui/page/ErrorNotice.tsx'

/** Something that an act is asked for; with `obstacle` it is left out, and that is why. */
export type BulkThing = { id: string; name: string; obstacle: string | undefined }

export type BulkDialogProps = {
  title: string
  submitLabel: string
  /** Whether it destroys something. */
  danger?: boolean
  /** All that were selected, as they were when the dialog was opened. */
  things: readonly BulkThing[]
  /** What is done to the thing of an id. */
  act: (id: string) => Promise<unknown>
  /** How many are at it side by side. */
  atOnce?: number
  /** Whether all of it goes on elsewhere when the dialog is closed. */
  goesOn?: boolean
  /** What to say of one that the cloud took. */
  doneLabel: string
  /** The command of the `openstack` client that would do the same. */
  command?: string | undefined
  /** Whether anything was typed. */
  dirty?: boolean
  /** Whether the form is not ready to be sent. */
  disabled?: boolean
  width?: 'sm' | 'md'
  /** Explains a failure where the cloud's words do not say enough. */
  noticeFor?: (error: Error) => ErrorNoticeProps
  /** What stands below what came of it; with it the dialog stays open at the end. */
  afterwards?: ReactNode
  onClose: () => void
  /** What is asked, or said, before it begins. */
  children: ReactNode
}

/** Whether trying again can come out otherwise: a refusal for good stays one. */
const mayHelp = (outcome: Outcome | undefined) =>
  outcome?.state !== 'failed' || mayPass(outcome.error)

/**
 * Does the same to several things in turn, and shows what came of each; the failed can be tried again. The act on a single one
 * that succeeds closes the dialog.
 */
export function BulkDialog(props: BulkDialogProps) {
  const { things, act, atOnce = 1, goesOn = false, onClose } = props
  const { t } = useTranslation('bulk')
  const { outcomes, pending, start, stop } = useEachInTurn(act, { atOnce })
  const possible = things.filter(({ obstacle }) => obstacle === undefined)
  const leftOut = things.filter(({ obstacle }) => obstacle !== undefined)
  const names = new Map(things.map(({ id, name }) => [id, name]))
  const begun = outcomes.size > 0
  const again = pending ? [] : toRetry(outcomes).filter((id) => mayHelp(outcomes.get(id)))
  const go = async (ids: readonly string[]) => {
    const { all, done } = tallyOf(await start(ids))
    if (all === 1 && done === 1 && props.afterwards === undefined) onClose()
  }
  const isOver = begun && !pending
  const submitLabel = isOver ? t('retry') : props.submitLabel
  const close = () => (pending && !goesOn ? stop() : onClose())
  return (
    <FormDialog
      title={props.title}
      submitLabel={isOver && again.length === 0 ? undefined : submitLabel}
      cancelLabel={begun ? t(pending && !goesOn ? 'stop' : 'close') : undefined}
      danger={props.danger ?? false}
      pending={pending}
      mayCloseWhilePending
      submitError={null}
      dirty={!begun && (props.dirty ?? false)}
      obstacle={!begun && possible.length === 0 ? t('nonePossible') : undefined}
      disabled={begun ? false : possible.length === 0 || (props.disabled ?? false)}
      command={begun || possible.length === 0 ? undefined : props.command}
      {...(props.width && { width: props.width })}
      onSubmit={() => void go(begun ? again : possible.map(({ id }) => id))}
      onClose={close}
    >
      {begun ? (
        <>
          <OutcomeList
            outcomes={outcomes}
            nameOf={(id) => names.get(id) ?? id}
            doneLabel={props.doneLabel}
            {...(props.noticeFor && { noticeFor: props.noticeFor })}
          />
          {isOver && props.afterwards}
        </>
      ) : (
        props.children
      )}
      {leftOut.length > 0 && (
        <Box>
          <Typography>{t('leftOut')}</Typography>
          <Box
            component="ul"
            aria-label={t('leftOut')}
            sx={{ my: 0.5, pl: 3, overflowWrap: 'anywhere', maxHeight: '30vh', overflow: 'auto' }}
          >
            {leftOut.map(({ id, name, obstacle }) => (
              <li key={id}>
                <bdi>{name}</bdi>: {obstacle}
              </li>
            ))}
          </Box>
        </Box>
      )}
    </FormDialog>
  )
}
