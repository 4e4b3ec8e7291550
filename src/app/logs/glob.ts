/**
 * Globs of file names: `*` and `?` within a name, `**` across folders, `[a-z]`, `{a,b}`. Node 20 has none, and of the packages on offer
 * each brings several others into a bundle that sees the token, for what is a screenful here.
 */

const MAGIC = /[*?[{]/

/** Whether a name is a pattern at all. */
export function isGlob(name: string): boolean {
  return MAGIC.test(name)
}

/** Most alternatives that braces may make. */
const MAX_ALTERNATIVES = 200

/** The part of a pattern before its first magic character, as a folder: where a search has to begin. */
export function baseOf(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex(isGlob)
  return parts.slice(0, first === -1 ? parts.length : first).join('/')
}

/** A test of paths (with `/`) against a pattern; names that begin with a dot only match where the pattern writes the dot. */
export function globTest(pattern: string): (path: string) => boolean {
  const alternatives = braces(pattern).map((each) => each.split('/').filter((part) => part !== '.'))
  return (path) => {
    const parts = path.split('/')
    return alternatives.some((alternative) => matches(alternative, parts))
  }
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  // reached[j]: the pattern so far matches the first j parts of the path. No backtracking for any pattern.
  let reached = [true, ...path.map(() => false)]
  for (const part of pattern) {
    const next = reached.map(() => false)
    if (part === '**') {
      let open = false
      for (let at = 0; at <= path.length; at += 1) {
        if (reached[at]) open = true
        if (open) next[at] = true
        if (path[at]?.startsWith('.')) open = false
      }
    } else {
      const test = nameTest(part)
      for (let at = 0; at < path.length; at += 1) if (reached[at] && test(path[at] ?? '')) next[at + 1] = true
    }
    reached = next
  }
  return reached[path.length] === true
}

/** One step of a name's pattern: any run of characters, or one character. */
type Step = 'any' | ((character: string) => boolean)

/** A test of one name against a pattern without `/`. */
function nameTest(pattern: string): (name: string) => boolean {
  if (!isGlob(pattern)) return (name) => name === pattern
  const steps = [...pattern.matchAll(/\[!?[^\]]+\]|[\s\S]/gu)].map(([piece]) => stepOf(piece))
  return (name) => (pattern.startsWith('.') || !name.startsWith('.')) && nameMatches(steps, [...name])
}

function stepOf(piece: string): Step {
  if (piece === '*') return 'any'
  if (piece === '?') return () => true
  if (piece.length < 3) return (character) => character === piece
  const isNegated = piece[1] === '!'
  const set = Array.from(piece.slice(isNegated ? 2 : 1, -1))
  return (character) => isInSet(set, character) !== isNegated
}

/** `a-z0` as a set of ranges and characters. */
function isInSet(set: readonly string[], character: string): boolean {
  for (let at = 0; at < set.length; at += 1) {
    const from = set[at] ?? ''
    if (set[at + 1] === '-' && set[at + 2] !== undefined) {
      if (character >= from && character <= (set[at + 2] ?? '')) return true
      at += 2
    } else if (character === from) return true
  }
  return false
}

/** The same walk as over folders: a regular expression of many stars would take for ever over a name that nearly fits. */
function nameMatches(steps: readonly Step[], name: readonly string[]): boolean {
  let reached = [true, ...name.map(() => false)]
  for (const step of steps) {
    const next = reached.map(() => false)
    let open = false
    for (let at = 0; at <= name.length; at += 1) {
      if (step === 'any') {
        open ||= reached[at] === true
        next[at] = open
      } else if (reached[at] && at < name.length && step(name[at] ?? '')) next[at + 1] = true
    }
    reached = next
  }
  return reached[name.length] === true
}

/** `a{b,c}d` as `abd`, `acd`; braces do not nest. */
function braces(pattern: string): string[] {
  const match = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/.exec(pattern)
  if (!match) return [pattern]
  const rest = braces(match[3] ?? '')
  const all = (match[2] ?? '').split(',').flatMap((each) => rest.map((tail) => `${match[1]}${each}${tail}`))
  return all.slice(0, MAX_ALTERNATIVES)
}
