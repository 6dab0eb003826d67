import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { messagesAbout } from '#src/model/volume/message.ts'
import type { VolumeDetails } from '#src/model/volume/volume-details.ts'
import { QueryState } from '#src/parts/QueryState.tsx'
import { useScope } from '#src/queries/session.ts'
import { messagesQuery } from '#src/queries/volumes/messages.ts'
import { CopyableText } from '#src/ui/form/CopyableText.tsx'
import { PlainTable } from '#src/ui/table/PlainTable.tsx'
import { TimeText } from '#src/ui/TimeText.tsx'

/** Cinder's user messages about the volume. */
export function VolumeMessages({ details: { volume } }: { details: VolumeDetails }) {
  const { t } = useTranslation('volumeDetails')
  const query = useQuery(messagesQuery(useScope()))
  const messages = messagesAbout(query.data ?? [], volume.id)
  return (
    <QueryState
      query={query}
      failed={t('messages.failed')}
      empty={messages.length === 0 ? t('messages.none') : undefined}
    >
      <PlainTable
        label={t('messages.table')}
        heads={[t('messages.message'), t('messages.request'), t('messages.created')]}
        rows={messages.map(({ id, text, requestId, createdAt }) => ({
          key: id,
          cells: [
            text,
            requestId && (
              <CopyableText key="request" text={requestId} what={t('messages.request')} />
            ),
            <TimeText key="time" at={createdAt} />,
          ],
        }))}
      />
    </QueryState>
  )
}
