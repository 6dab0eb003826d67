import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'

import type { VolumeType } from '#src/model/volume-type/volume-type.ts'

import { type ChosenSource, type CreateVolumeValues, filledFrom } from './create-volume-form.ts'

type Form = Pick<UseFormReturn<CreateVolumeValues>, 'setValue' | 'getValues'>

/** Fills in what follows from the source that has been chosen, or from none. */
export function fillFrom(
  source: ChosenSource | null,
  { setValue, getValues }: Form,
  types: readonly VolumeType[],
): void {
  const filled = filledFrom(source, getValues(), types)
  if (filled.filled !== undefined) setValue('filled', filled.filled)
  if (filled.name !== undefined) setValue('name', filled.name)
  if (filled.size !== undefined) setValue('size', filled.size)
  if (filled.type !== undefined) setValue('type', filled.type)
  if (filled.shareable !== undefined) setValue('shareable', filled.shareable)
}

/**
 * Fills in, once, what follows from the source that the form was opened with.
 * @param complete whether all has been read that says what follows
 */
export function useFilledFromFirst(
  form: Form,
  source: ChosenSource | undefined,
  { types, complete }: { types: readonly VolumeType[]; complete: boolean },
): void {
  const done = useRef(false)
  // The lists arrive after the form is open; from then on the form is the person's.
  useEffect(() => {
    if (done.current || !source || !complete) return
    done.current = true
    fillFrom(source, form, types)
  }, [source, complete, form, types])
}
