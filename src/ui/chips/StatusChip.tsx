import css from './StatusChip.module.css'

/** At rest and fine, at work, wrong, unusual, or nothing special. */
export type Tone = 'neutral' | 'good' | 'busy' | 'bad' | 'warn'

/** A status in words, with a dot in its tone; the dot breathes while something is at work. */
export const StatusChip = ({ tone, label }: { tone: Tone; label: string }) => (
  <span className={css.status}>
    <span aria-hidden className={`${css.dot} ${css[tone]}`} />
    <span className={css.label}>{label}</span>
  </span>
)
