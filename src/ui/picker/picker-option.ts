/** An option of a picker. One with an `obstacle` can't be picked; a `doubt` is shown, and it can. */
export type PickerOption = {
  id: string
  label: string
  detail?: string
  obstacle?: string
  doubt?: string
}
