/** A ring on a bollard: many lines, one post. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path d="M9 27h14M12 27V13h8v14" fill="none" stroke="currentColor" strokeWidth="2.4" />
      <rect x="8" y="7" width="16" height="6" rx="3" fill="#0b8fb0" />
      <path
        d="M2 19c5 4 8-2 10-1s5 3 8 0 6 3 10 1"
        fill="none"
        stroke="#0b8fb0"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  )
}
