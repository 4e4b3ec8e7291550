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
  if (/[^s]s$/.test(lower) && !/(?:us|is)$/.test(lower)) return lower.slice(0, -1)
  return lower
}
