import type { Json } from './values.ts'

const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
}
const words: Record<string, unknown> = { None: null, True: true, False: false }
const closing: Record<string, RegExp> = { '[': /^\]/, '(': /^\)/ }

/** Reads one value after another from a text in Python's notation. */
class Reader {
  private rest: string

  constructor(text: string) {
    this.rest = text.trim()
  }

  get isDone() {
    return this.rest === ''
  }

  /** Takes what matches from the front; undefined where nothing does. */
  private take(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.rest)
    if (!found) return undefined
    this.rest = this.rest.slice(found[0].length).trimStart()
    return found
  }

  private expect(pattern: RegExp): RegExpExecArray {
    const found = this.take(pattern)
    if (!found) throw new SyntaxError('invalid syntax')
    return found
  }

  value(): unknown {
    const text = this.take(/^(['"])((?:\\.|(?!\1)[^\\\n])*)\1/)
    if (text) return text[2]?.replaceAll(/\\(.)/g, (whole, one: string) => escapes[one] ?? whole)
    const number = this.take(/^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/i)
    if (number) return Number(number[0])
    const word = this.take(/^(None|True|False)\b/)
    if (word) return words[word[0]]
    const open = this.expect(/^[[({]/)[0]
    const end = closing[open]
    return end ? this.items(end) : this.dictionaryOrSet()
  }

  private items(end: RegExp): unknown[] {
    const all: unknown[] = []
    while (!this.take(end)) {
      all.push(this.value())
      if (this.take(/^,/)) continue
      this.expect(end)
      break
    }
    return all
  }

  private dictionaryOrSet(): Json | unknown[] {
    if (this.take(/^\}/)) return {}
    const first = this.value()
    if (!this.take(/^:/)) {
      this.take(/^,/)
      return [first, ...this.items(/^\}/)]
    }
    const pairs: [string, unknown][] = [[String(first), this.value()]]
    while (!this.take(/^\}/)) {
      this.expect(/^,/)
      if (this.take(/^\}/)) break
      const key = String(this.value())
      this.expect(/^:/)
      pairs.push([key, this.value()])
    }
    return Object.fromEntries(pairs)
  }
}

/** What Python's `ast.literal_eval` makes of a text; the text itself where it is no literal. Tuples and sets become lists. */
export function pythonLiteral(text: string): unknown {
  const reader = new Reader(text)
  try {
    const value = reader.value()
    return reader.isDone ? value : text
  } catch {
    return text
  }
}
