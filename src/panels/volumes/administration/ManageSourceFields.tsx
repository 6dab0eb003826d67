import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

import { isTooLong } from '#src/model/cloud/length.ts'
import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { poolsQuery } from '#src/queries/services/pools.ts'
import { useScope } from '#src/queries/session.ts'
import { manageableQuery } from '#src/queries/volumes/volume-administration.ts'
import { gibibytes } from '#src/ui/formats.ts'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

import { identifierTypes, type ManageValues } from './manage-form.ts'

/** Where something is, and what the back end calls it; back ends that can tell offer what they have. */
export function ManageSourceFields() {
  const { t, i18n } = useTranslation('administration')
  const scope = useScope()
  const listId = useId()
  const { register, control, watch } = useFormContext<ManageValues>()
  const [host, identifierType, identifier] = watch(['host', 'identifierType', 'identifier'])
  const pools = useQuery(poolsQuery(scope))
  const found = useQuery({ ...manageableQuery(scope, host), enabled: host !== '' }).data ?? []
  const offered = found.flatMap(({ reference, sizeGiB }) => {
    const name = reference[identifierType]
    return name === null ? [] : [{ name, sizeGiB }]
  })
  const isLong = isTooLong(identifier)
  const help =
    offered.length > 0 ? t('manage.found', { count: offered.length }) : t('manage.identifierHelp')
  return (
    <>
      {pools.error && (
        <ErrorNotice
          title={t('migrate.poolsFailed')}
          {...noticeOf(pools.error)}
          onRetry={() => void pools.refetch()}
        />
      )}
      <Controller
        control={control}
        name="host"
        render={({ field }) => (
          <TextField
            select
            required
            label={t('manage.host')}
            helperText={t('manage.hostHelp')}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            {...field}
          >
            <MenuItem value="" disabled>
              {t('manage.hostMissing')}
            </MenuItem>
            {(pools.data ?? []).map(({ name }) => (
              <MenuItem key={name} value={name}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
      />
      <TextField
        required
        autoComplete="off"
        label={t('manage.identifier')}
        error={isLong}
        helperText={isLong ? t('manage.tooLong') : help}
        slotProps={{ htmlInput: { list: listId } }}
        {...register('identifier')}
      />
      <datalist id={listId}>
        {offered.map(({ name, sizeGiB }) => (
          <option key={name} value={name}>
            {gibibytes(sizeGiB, i18n.language)}
          </option>
        ))}
      </datalist>
      <Controller
        control={control}
        name="identifierType"
        render={({ field }) => (
          <TextField select label={t('manage.identifierType')} {...field}>
            {identifierTypes.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`manage.types.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      />
    </>
  )
}
