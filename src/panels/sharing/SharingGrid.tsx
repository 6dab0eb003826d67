import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

import type { AttachmentTask } from '#src/model/attach/attachment-work.ts'
import {
  type SharingCell,
  sharingCells,
  type SharingColumn,
  type SharingMatrix,
} from '#src/model/attach/sharing-matrix.ts'
import { nameOf, type Volume, type VolumeId } from '#src/model/volume/volume.ts'
import { useAttachmentTasks } from '#src/queries/attach/attachment-work.ts'
import { Matrix } from '#src/ui/matrix/Matrix.tsx'
import type { HeadFocus, MatrixMark } from '#src/ui/matrix/MatrixRow.tsx'
import { PageLink } from '#src/ui/page/PageLink.tsx'

import { isBlocking, useCellObstacle } from './cell-obstacle.ts'

const headLook = { color: 'text.primary', fontWeight: 600, fontSize: 13 } as const

function byVolume(tasks: readonly AttachmentTask[]): Map<VolumeId, AttachmentTask[]> {
  const groups = new Map<VolumeId, AttachmentTask[]>()
  for (const task of tasks) {
    const group = groups.get(task.volumeId)
    if (group) group.push(task)
    else groups.set(task.volumeId, [task])
  }
  return groups
}

function markOf({ state, gap }: SharingCell, blocked: boolean): MatrixMark {
  if (state === 'attached') return 'on'
  if (state === 'attaching' || state === 'detaching') return 'busy'
  if (state === 'failed') return 'bad'
  if (gap) return 'gap'
  return blocked ? 'blocked' : 'off'
}

function VolumeHead({ volume, focus }: { volume: Volume; focus: HeadFocus }) {
  const { t } = useTranslation('sharing')
  return (
    <>
      <PageLink
        to="/project/volumes"
        search={{ dialog: 'attachments', volume: volume.id }}
        title={nameOf(volume)}
        underline="hover"
        sx={headLook}
        {...focus}
      >
        <bdi>{nameOf(volume)}</bdi>
      </PageLink>
      <Box component="span" sx={{ fontSize: 11.5, color: 'text.secondary' }}>
        {t('volume.holders', { count: volume.attachments.length })}
      </Box>
    </>
  )
}

function InstanceHead({ column, focus }: { column: SharingColumn; focus: HeadFocus }) {
  const { t } = useTranslation('volumes')
  const { id, name, nameless } = column
  return (
    <PageLink
      to="/project/instances"
      search={{ q: id }}
      title={nameless ? `${name}: ${t(`holder.${nameless}`)}` : name}
      underline="hover"
      sx={{ ...headLook, ...(nameless && { color: 'text.secondary', fontStyle: 'italic' }) }}
      {...focus}
    >
      <bdi>{name}</bdi>
    </PageLink>
  )
}

const volumeHead = (volume: Volume, focus: HeadFocus) => (
  <VolumeHead volume={volume} focus={focus} />
)
const instanceHead = (column: SharingColumn, focus: HeadFocus) => (
  <InstanceHead column={column} focus={focus} />
)

/** The matrix itself: a row for each volume, a column for each instance. */
export function SharingGrid({
  matrix,
  onPress,
}: {
  matrix: SharingMatrix
  onPress: (volume: Volume, column: SharingColumn) => void
}) {
  const { t } = useTranslation('sharing')
  const tasks = byVolume(useAttachmentTasks())
  const obstacle = useCellObstacle()

  // Thousands of cells ask for the same few words.
  const words = {
    attached: t('cell.attached'),
    attaching: t('cell.attaching'),
    detaching: t('cell.detaching'),
    failed: t('cell.failed'),
    none: t('cell.none'),
    gap: t('cell.gap'),
    blocked: t('cell.blocked'),
  }
  const stateText = ({ state, device, gap }: SharingCell, blocked: boolean): string => {
    if (state === 'attached' && device !== null) return t('cell.attachedOn', { device })
    const word = state === 'none' && gap ? words.gap : words[state]
    return blocked ? `${word}, ${words.blocked}` : word
  }
  const cellsOf = (volume: Volume) => {
    const cellOf = sharingCells(volume, matrix.gaps.get(volume.id), tasks.get(volume.id) ?? [])
    const label = t('cell.label', { volume: nameOf(volume), instance: '\u0001', state: '\u0002' })
    return (column: SharingColumn) => {
      const cell = cellOf(column.id)
      const blocked = cell.state === 'none' && isBlocking(obstacle(volume, column))
      return {
        mark: markOf(cell, blocked),
        label: label
          .replace('\u0001', () => column.name)
          .replace('\u0002', () => stateText(cell, blocked)),
      }
    }
  }
  return (
    <Matrix
      label={t('grid')}
      corner={t('corner')}
      rows={matrix.volumes}
      columns={matrix.instances}
      rowId={({ id }) => id}
      columnId={({ id }) => id}
      rowHead={volumeHead}
      columnHead={instanceHead}
      cellsOf={cellsOf}
      onPress={onPress}
    />
  )
}
