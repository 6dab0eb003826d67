/** */
export function VolumeTypesPage() {
  return <p>VolumeTypesPage</p>
}
