/** */
export function AdminVolumesPage() {
  return <p>AdminVolumesPage</p>
}
