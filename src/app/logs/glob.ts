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
  // reached[j]: the pattern so far matches the first j parts of the path. No backtracking, whatever the pattern.
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

/** A test of one name against a pattern without `/`. */
function nameTest(pattern: string): (name: string) => boolean {
  if (!isGlob(pattern)) return (name) => name === pattern
  // Runs of stars are one star: a regular expression of many would take very long over a name that nearly fits.
  const source = pattern.replace(/\*+/g, '*').replace(/\[!?[^\]/]+\]|[*?]|[^*?[]+|\[/g, (piece) => {
    if (piece === '*') return '[^/]*'
    if (piece === '?') return '[^/]'
    if (piece.length > 2 && piece.startsWith('[') && piece.endsWith(']')) {
      const set = piece
        .slice(1, -1)
        .replace(/^!/, '')
        .replace(/[\\\]^[]/g, '\\$&')
      return `[${piece[1] === '!' ? '^' : ''}${set}]`
    }
    return piece.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  })
  const test = new RegExp(`^${source}$`, 'u')
  return (name) => (pattern.startsWith('.') || !name.startsWith('.')) && test.test(name)
}

/** `a{b,c}d` as `abd`, `acd`; braces do not nest. */
function braces(pattern: string): string[] {
  const match = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/.exec(pattern)
  if (!match) return [pattern]
  const rest = braces(match[3] ?? '')
  const all = (match[2] ?? '').split(',').flatMap((each) => rest.map((tail) => `${match[1]}${each}${tail}`))
  return all.slice(0, MAX_ALTERNATIVES)
}
