/** */
export function AttachmentsPage() {
  return <p>AttachmentsPage</p>
}
