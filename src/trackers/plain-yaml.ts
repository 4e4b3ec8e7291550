/**
 * Reads the plain subset of YAML that programs write: block mappings and lists, indented by blanks, of scalars on one line. It is some
 * twenty times as fast as a whole reader, which a manifest of megabytes needs.
 */

/** A mapping, a list or the text of a scalar. */
type Value = string | Value[] | { [key: string]: Value }

/** A key without a quote, of characters that mean nothing in YAML. */
const KEY = /^[A-Za-z0-9_](?:[A-Za-z0-9_./()-]| (?=\S))*$/

/** Longest key: one of 1,024 characters is an error in YAML. */
const MAX_KEY = 100

/** A scalar without a quote: no sign that YAML gives a meaning, no blank at its ends. */
const PLAIN = /^(?:[A-Za-z0-9_./+(]|-(?=\S))(?:[A-Za-z0-9_./+()%*<>=;@^~$-]|:(?=\S)|,|(?<=\S) (?=[^\s#]))*$/

/** A scalar in single quotes without a quote inside, or in double quotes without an escape. */
const QUOTED = /^(?:'[^'\n\t]*'|"[^"\\\n\t]*")$/

/** Deepest nesting; manifests of more are left to the whole reader, with its limits. */
const MAX_DEPTH = 40

/** Not in the plain subset. */
class NotPlain extends Error {}

/**
 * @returns the document, every scalar as it is written; null where the text is not plain YAML, or has a key twice
 * @example plainYaml('a: 1\nb:\n  - x\n') // {a: '1', b: ['x']}
 */
export function plainYaml(text: string): unknown {
  if (!/^[\n\x20-\x7e]*$/.test(text)) return null
  try {
    const reader = new PlainReader(text)
    return reader.document()
  } catch (error) {
    if (error instanceof NotPlain) return null
    throw error
  }
}

class PlainReader {
  readonly #text: string
  #at = 0
  /** Of the current line: its indent and where its text begins and ends. -1: the text has ended. */
  #indent = -1
  #start = 0
  #end = 0

  constructor(text: string) {
    this.#text = text
    this.#next()
  }

  document(): Value {
    if (this.#indent !== 0) throw new NotPlain()
    const value = this.#block(0, 0)
    if (!this.#hasEnded()) throw new NotPlain()
    return value
  }

  #hasEnded(): boolean {
    return this.#indent === -1
  }

  /** Goes to the next line with content. A comment is not plain: it may be the text of a block scalar. */
  #next(): void {
    const text = this.#text
    for (;;) {
      if (this.#at >= text.length) {
        this.#indent = -1
        return
      }
      const newline = text.indexOf('\n', this.#at)
      const end = newline === -1 ? text.length : newline
      let start = this.#at
      while (start < end && text.charCodeAt(start) === 0x20) start += 1
      const lineAt = this.#at
      this.#at = end + 1
      if (start === end) continue
      this.#indent = start - lineAt
      this.#start = start
      this.#end = end
      while (text.charCodeAt(this.#end - 1) === 0x20) this.#end -= 1
      return
    }
  }

  #isItem(): boolean {
    const next = this.#text.charCodeAt(this.#start + 1)
    return this.#text.charCodeAt(this.#start) === 0x2d && (next === 0x20 || this.#start + 1 === this.#end)
  }

  #block(indent: number, depth: number): Value {
    if (depth > MAX_DEPTH) throw new NotPlain()
    return this.#isItem() ? this.#list(indent, depth) : this.#mapping(indent, depth)
  }

  #list(indent: number, depth: number): Value[] {
    const items: Value[] = []
    while (this.#indent === indent && this.#isItem()) {
      let from = this.#start + 1
      while (from < this.#end && this.#text.charCodeAt(from) === 0x20) from += 1
      // An item without a value of its own line, and a list in a list, are left to the whole reader.
      if (from === this.#end) throw new NotPlain()
      const isMapping = this.#keyEnd(from) !== -1
      if (isMapping) {
        // The first key stands behind the dash, the others below it.
        this.#indent += from - this.#start
        this.#start = from
        items.push(this.#mapping(this.#indent, depth + 1))
      } else {
        items.push(this.#scalar(from, this.#end))
        this.#next()
        if (this.#indent > indent) throw new NotPlain()
      }
    }
    if (this.#indent > indent) throw new NotPlain()
    return items
  }

  /** Where the key that begins here ends; -1 if the line is not one of a key. */
  #keyEnd(from: number): number {
    const text = this.#text
    // `indexOf` would search to the end of the text, which takes hours for a long list of scalars.
    for (let at = from; at < this.#end; at += 1) {
      if (text.charCodeAt(at) === 0x3a && (at + 1 === this.#end || text.charCodeAt(at + 1) === 0x20)) return at
    }
    return -1
  }

  #mapping(indent: number, depth: number): Value {
    const fields: { [key: string]: Value } = {}
    let size = 0
    while (this.#indent === indent && !this.#isItem()) {
      const colon = this.#keyEnd(this.#start)
      const key = this.#text.slice(this.#start, Math.max(this.#start, colon))
      if (key.length > MAX_KEY || !KEY.test(key) || key === '__proto__' || Object.hasOwn(fields, key))
        throw new NotPlain()
      let from = colon + 1
      while (from < this.#end && this.#text.charCodeAt(from) === 0x20) from += 1
      const end = this.#end
      if (from < end) {
        fields[key] = this.#scalar(from, end)
        this.#next()
        if (this.#indent > indent) throw new NotPlain()
      } else {
        this.#next()
        // A list may stand at the indent of its key.
        const isBelow = this.#indent > indent || (this.#indent === indent && this.#isItem())
        fields[key] = isBelow ? this.#block(this.#indent, depth + 1) : ''
      }
      size += 1
    }
    if (size === 0 || this.#indent > indent) throw new NotPlain()
    return fields
  }

  #scalar(from: number, end: number): Value {
    const text = this.#text.slice(from, end)
    if (QUOTED.test(text)) return text.slice(1, -1)
    if (text === '{}') return {}
    if (text === '[]') return []
    if (!PLAIN.test(text) || text.startsWith('---') || text.startsWith('...')) throw new NotPlain()
    return text
  }
}
