import { parseJson } from '../core/json.ts'

/** Longest line or JSON value that is put together, characters. What is longer is thrown away: no device prints so much. */
const LONGEST = 1_000_000

/** Splits a stream of text into whole lines. @returns a function that takes a piece and gives the lines it completes */
export function lineSplitter(): (chunk: string) => string[] {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST) rest = ''
    return lines
  }
}

/**
 * Splits a stream of text into its JSON arrays and objects, however they are wrapped. Text between them is skipped; what looks like
 * JSON and is not, too.
 */
export function jsonSplitter(): (chunk: string) => unknown[] {
  let held = ''
  let depth = 0
  let quoted = false
  let escaped = false
  return (chunk) => {
    const values: unknown[] = []
    for (const character of chunk) {
      if (depth === 0 && character !== '{' && character !== '[') continue
      held += character
      if (quoted) {
        if (!escaped && character === '"') quoted = false
        escaped = !escaped && character === '\\'
      } else if (character === '"') quoted = true
      else if (character === '{' || character === '[') depth += 1
      else if (character === '}' || character === ']') depth -= 1
      if (depth > 0 && held.length <= LONGEST) continue
      const value = depth === 0 ? parseJson(held) : undefined
      if (value !== undefined) values.push(value)
      held = ''
      depth = 0
      quoted = false
      escaped = false
    }
    return values
  }
}
