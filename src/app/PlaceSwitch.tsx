import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isOver } from '#src/model/attachment-work.ts'
import type { SwitchRequest } from '#src/model/session.ts'
import { noticeOf } from '#src/openstack/error-notice.ts'
import { useAttachmentTasks } from '#src/queries/attachment-work.ts'
import { switchMutation, useSession } from '#src/queries/session.ts'
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx'
import { ErrorNotice } from '#src/ui/ErrorNotice.tsx'

/** From so many on, a list has a search. */
const many = 10

type Choice = { id: string; label: string; detail?: string }

/** The project and the region that one works in, and the way to others. */
export function PlaceSwitch() {
  const { t } = useTranslation('frame')
  const { t: tAttach } = useTranslation('attachments')
  const session = useSession()
  const move = useMutation(switchMutation)
  const navigate = useNavigate()
  const unfinished = useAttachmentTasks().some(({ progress }) => !isOver(progress))
  const [asked, setAsked] = useState<SwitchRequest>()

  const go = (to: SwitchRequest) =>
    move.mutate(to, {
      onSuccess: () => {
        setAsked(undefined)
        void navigate({ to: '.', search: {} })
      },
      onError: () => setAsked(to),
    })
  const ask = (to: SwitchRequest) => (unfinished ? setAsked(to) : go(to))
  const { project, projects, region, regions } = session
  return (
    <>
      <ChoiceMenu
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
        <ChoiceMenu
          label={t('region.label')}
          now={region}
          choices={regions.map((name) => ({ id: name, label: name }))}
          onChoose={(name) => ask({ region: name })}
        />
      )}
      {asked && (
        <ConfirmDialog
          title={t('switching.title')}
          confirmLabel={t('switching.confirm')}
          pending={move.isPending}
          error={
            move.error && <ErrorNotice title={t('switching.failed')} {...noticeOf(move.error)} />
          }
          onConfirm={() => go(asked)}
          onClose={() => {
            setAsked(undefined)
            move.reset()
          }}
        >
          {unfinished && <Typography>{tAttach('leave')}</Typography>}
        </ConfirmDialog>
      )}
    </>
  )
}

function ChoiceMenu({
  label,
  now,
  choices,
  onChoose,
}: {
  label: string
  now: string
  choices: readonly Choice[]
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation('frame')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [wanted, setWanted] = useState('')
  const current = choices.find(({ id }) => id === now)
  const found = choices.filter((choice) =>
    choice.label.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()),
  )
  const close = () => {
    setAnchor(null)
    setWanted('')
  }
  return (
    <>
      <Button
        color="inherit"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title={`${label}: ${current?.label ?? now}`}
        endIcon={<ExpandMore />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ minWidth: 0, maxWidth: { xs: 130, sm: 240 } }}
      >
        <Box
          component="span"
          sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {current?.label ?? now}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {choices.length > many && (
          <Box sx={{ px: 2, py: 1 }} onKeyDown={(event) => event.stopPropagation()}>
            <TextField
              type="search"
              value={wanted}
              onChange={({ target }) => setWanted(target.value)}
              slotProps={{ htmlInput: { 'aria-label': t('project.search') } }}
              placeholder={t('project.search')}
            />
          </Box>
        )}
        {found.map(({ id, label: name, detail }) => (
          <MenuItem
            key={id}
            dense
            role="menuitemradio"
            aria-checked={id === now}
            selected={id === now}
            onClick={() => {
              close()
              if (id !== now) onChoose(id)
            }}
          >
            <ListItemText primary={name} {...(detail !== undefined && { secondary: detail })} />
          </MenuItem>
        ))}
        {found.length === 0 && <MenuItem disabled>{t('project.none')}</MenuItem>}
      </Menu>
    </>
  )
}
