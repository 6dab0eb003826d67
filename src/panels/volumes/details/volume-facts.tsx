import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { isOnOffer } from '#src/model/volume/transfer.ts'
import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import { groupNameOf } from '#src/model/volume/volume-group.ts'
import { nameOf } from '#src/model/volume/volume.ts'
import { AttachedTo } from '#src/panels/volumes/table/AttachedTo.tsx'
import { useVolumesDialog } from '#src/panels/volumes/volumes-navigation.ts'
import { VolumeStatusCell } from '#src/panels/volumes/VolumeStatusCell.tsx'
import { useKnownInstances } from '#src/parts/use-known-instances.ts'
import { useProjectNames } from '#src/parts/use-project-names.ts'
import { useScope } from '#src/queries/session.ts'
import { groupsQuery } from '#src/queries/volumes/groups.ts'
import { transfersQuery } from '#src/queries/volumes/transfers.ts'
import { CopyableText } from '#src/ui/form/CopyableText.tsx'
import { gibibytes } from '#src/ui/formats.ts'
import type { Fact } from '#src/ui/page/FactList.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

import { SourceSnapshot, SourceVolume } from './VolumeSource.tsx'

/** The room for the instances that hold a volume, in px. */
const holdersWidth = 420

type Block =
  | 'information'
  | 'specs'
  | 'attachments'
  | 'source'
  | 'metadata'
  | 'transfer'
  | 'backEnd'

const copyable = (label: string, text: string) => <CopyableText text={text} what={label} />

/** What a volume's overview says, block by block; what the cloud does not tell to this person is left out. */
export function useVolumeFacts(details: VolumeDetails): Record<Block, Fact[]> {
  const { t, i18n } = useTranslation('volumeDetails')
  const { t: tUi } = useTranslation('ui')
  const { volume, more } = details
  const scope = useScope()
  const instances = useKnownInstances()
  const { open: openDialog } = useVolumesDialog()
  const groups = useQuery({ ...groupsQuery(scope), enabled: volume.groupId !== null })
  const transfers = useQuery({ ...transfersQuery(scope), enabled: isOnOffer(volume) })
  const transfer = isOnOffer(volume)
    ? transfers.data?.find(({ volumeId }) => volumeId === volume.id)
    : undefined
  const projectName = useProjectNames(scope.allProjects === true).get(volume.projectId ?? '')
  const none = t('none')
  const yesNo = (value: boolean) => tUi(value ? 'yes' : 'no')
  /** A line that is there only where there is something to say. */
  const told = (label: string, text: string | null): Fact[] =>
    text === null ? [] : [{ label, value: copyable(label, text) }]
  const source: Fact[] = [
    ...(volume.sourceVolumeId === null
      ? []
      : [{ label: t('fields.sourceVolume'), value: <SourceVolume id={volume.sourceVolumeId} /> }]),
    ...(volume.snapshotId === null
      ? []
      : [{ label: t('fields.snapshot'), value: <SourceSnapshot id={volume.snapshotId} /> }]),
    ...(more.imageName === null ? [] : [{ label: t('fields.image'), value: more.imageName }]),
    ...told(t('fields.imageId'), more.imageId),
  ]
  return {
    information: [
      { label: t('fields.name'), value: <bdi>{nameOf(volume)}</bdi> },
      { label: t('fields.id'), value: copyable(t('fields.id'), volume.id) },
      { label: t('fields.description'), value: <bdi>{volume.description || none}</bdi> },
      ...(projectName === undefined
        ? []
        : [{ label: t('fields.projectName'), value: <bdi>{projectName}</bdi> }]),
      ...told(t('fields.project'), volume.projectId),
      ...told(t('fields.user'), more.userId),
      { label: t('fields.status'), value: <VolumeStatusCell volume={volume} /> },
      {
        label: t('fields.group'),
        value: volume.groupId === null ? none : groupNameOf(volume.groupId, groups.data),
      },
      ...told(t('fields.consistencyGroup'), more.consistencyGroupId),
    ],
    specs: [
      { label: t('fields.size'), value: gibibytes(volume.sizeGiB, i18n.language) },
      { label: t('fields.type'), value: <TypeName details={details} /> },
      { label: t('fields.availabilityZone'), value: volume.availabilityZone ?? none },
      { label: t('fields.bootable'), value: yesNo(volume.bootable) },
      { label: t('fields.encrypted'), value: yesNo(volume.encrypted) },
      { label: t('fields.shareable'), value: yesNo(volume.shareable) },
      ...(more.consumesQuota === null
        ? []
        : [{ label: t('fields.consumesQuota'), value: yesNo(more.consumesQuota) }]),
      { label: t('fields.created'), value: <TimeText at={volume.createdAt} /> },
      { label: t('fields.updated'), value: <TimeText at={volume.updatedAt} /> },
    ],
    attachments: [
      {
        label: t('fields.attachedTo'),
        value:
          volume.attachments.length === 0 ? (
            t('fields.notAttached')
          ) : (
            <AttachedTo
              volume={volume}
              instances={instances}
              width={holdersWidth}
              onOpen={openDialog}
            />
          ),
      },
    ],
    source:
      source.length > 0 ? source : [{ label: t('blocks.source'), value: t('fields.noSource') }],
    metadata: Object.entries(volume.metadata).map(([label, value]) => ({ label, value })),
    transfer: transfer
      ? [
          ...(transfer.name === '' ? [] : [{ label: t('fields.name'), value: transfer.name }]),
          { label: t('fields.id'), value: copyable(t('fields.id'), transfer.id) },
          { label: t('fields.created'), value: <TimeText at={transfer.createdAt} /> },
        ]
      : [],
    backEnd: [
      ...told(t('fields.host'), volume.host),
      ...told(t('fields.cluster'), more.clusterName),
      ...told(t('fields.service'), more.serviceId),
      ...told(t('fields.provider'), more.providerId),
      ...told(t('fields.migration'), volume.migrationStatus),
      ...told(t('fields.replication'), more.replicationStatus),
    ],
  }
}

/** The name of the volume's type; of one that is gone only its id is left. */
function TypeName({ details: { volume, more } }: { details: VolumeDetails }) {
  const { t } = useTranslation('volumeDetails')
  if (volume.typeName !== null) return volume.typeName
  if (more.typeId === null) return t('none')
  return (
    <>
      {t('fields.typeGone')} <CopyableText text={more.typeId} what={t('fields.type')} />
    </>
  )
}
