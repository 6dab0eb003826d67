/** */
export function BackEndsPage() {
  return <p>BackEndsPage</p>
}
