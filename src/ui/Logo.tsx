/** Mooring's mark: a bollard, and one line made fast to it. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path
        d="M10 3h12a3 3 0 0 1 3 3v1a3 3 0 0 1-3 3h-1v14h4a2 2 0 0 1 2 2v3H5v-3a2 2 0 0 1 2-2h4V10h-1a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z"
        fill="var(--mui-palette-primary-main)"
      />
      <path
        d="M1.5 23c4 0 3.5-6 8-6h13"
        fill="none"
        stroke="var(--mui-palette-background-paper)"
        strokeWidth="5.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M1.5 23c4 0 3.5-6 8-6h13"
        fill="none"
        stroke="var(--mui-palette-secondary-main)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
