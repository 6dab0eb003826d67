const known = new Map<string, number>()
let context: CanvasRenderingContext2D | null | undefined

/** The width of a text in a font, in px, without touching the page's layout; each text is measured once. */
export function textWidth(text: string, font: string): number {
  const key = `${font} ${text}`
  const width = known.get(key)
  if (width !== undefined) return width
  context ??= globalThis.document?.createElement('canvas').getContext('2d')
  if (context) context.font = font
  const measured = context ? context.measureText(text).width : text.length * 7
  if (known.size > 20_000) known.clear()
  known.set(key, measured)
  return measured
}
