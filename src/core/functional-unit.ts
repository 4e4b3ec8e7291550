import { parseNumber } from './quantity.ts'

/** A count of a functional unit: what the work produced. */
export interface Units {
  /** Singular. */
  readonly name: string
  /** Above 0. */
  readonly count: number
}

/**
 * Reads `1000 inferences`, `37 tests`, `1e6 tokens`, `1 inference`.
 * @returns null when the text is not a count and a name
 * @example parseUnits('1000 inferences') // {"name":"inference","count":1000}
 */
export function parseUnits(text: string): Units | null {
  const match = /^(\S+) ([\p{L}][\p{L}\p{N} _-]{0,39})$/u.exec(text.trim().replace(/\s+/g, ' '))
  const count = match && parseNumber(match[1] ?? '')
  if (!match || count === null || count === undefined || count <= 0) return null
  return { name: singular(match[2] ?? ''), count }
}

/** Singular of an English unit name, so that `1 inference` and `1000 inferences` are one unit. */
export function singular(name: string): string {
  const lower = name.toLowerCase()
  if (/(?:ch|sh|ss|x|z)es$/.test(lower)) return lower.slice(0, -2)
  if (/[^aeiou]ies$/.test(lower)) return `${lower.slice(0, -3)}y`
  if (/(?:[cdgnt]pu|api)s$/.test(lower)) return lower.slice(0, -1)
  if (/[^s]s$/.test(lower) && !/(?:us|is)$/.test(lower)) return lower.slice(0, -1)
  return lower
}

/**
 * Plural of an English unit name, which `singular` turns back. A name that is plural already, may be (`menus`, which no rule tells from `bus`), or does
 * not end in a letter or digit stays as it is.
 * @example plural('query') // 'queries'
 */
export function plural(name: string): string {
  if (singular(name) !== name.toLowerCase() || /(?:[^s]s|^s|[^\p{L}\p{N}])$/iu.test(name)) return name
  // The ch of `epoch` is spoken as a k.
  return `${name.replace(/([^aeiou])y$/i, '$1ie').replace(/((?<!o)ch|sh|ss|x|z)$/i, '$1e')}s`
}
