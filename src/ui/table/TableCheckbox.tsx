import css from './TableCheckbox.module.css'

/** The box by which a row of a table, or all of them, are selected; the whole cell around it takes the click. */
export function TableCheckbox({
  label,
  checked,
  some = false,
  onChange,
}: {
  /** Its accessible name. */
  label: string
  checked: boolean
  /** Whether it stands for several, of which some are selected and others not. */
  some?: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <label className={css.target}>
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = some
        }}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  )
}
