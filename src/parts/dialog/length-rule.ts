import { useTranslation } from 'react-i18next'

import { isTooLong } from '#src/model/cloud/length.ts'

/** A form's rule for texts that Cinder keeps in 255 characters: true, or what is wrong. */
export function useLengthRule(): (text: string) => true | string {
  const { t } = useTranslation('dialogs')
  return (text) => !isTooLong(text) || t('tooLong')
}
