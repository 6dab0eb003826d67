import { noticeOf } from '#src/openstack/http/error-notice.ts'
import { FormDialog, type FormDialogProps } from '#src/ui/dialog/FormDialog.tsx'
import { ErrorNotice } from '#src/ui/page/ErrorNotice.tsx'

/** A form that is sent by one mutation: it waits for it, and shows the cloud's answer where it failed. */
export const MutationDialog = ({
  mutation,
  failed,
  ...form
}: Omit<FormDialogProps, 'pending' | 'submitError'> & {
  mutation: { isPending: boolean; error: Error | null }
  /** What failed, above the cloud's own words. */
  failed?: string
}) => (
  <FormDialog
    {...form}
    pending={mutation.isPending}
    submitError={
      mutation.error && (
        <ErrorNotice {...(failed && { title: failed })} {...noticeOf(mutation.error)} />
      )
    }
  />
)
