/**
 * Hides text that is only for screen readers. It sits in the corner of the box that contains it: left where the text flows, it
 * would make a page scroll whose table is scrolled sideways. Lengths need their unit: MUI's `sx` reads `width: 1` as 100 %.
 */
export const visuallyHidden = {
  position: 'absolute',
  top: 0,
  left: 0,
  width: '1px',
  height: '1px',
  margin: '-1px',
  padding: 0,
  border: 0,
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
  whiteSpace: 'nowrap',
} as const
