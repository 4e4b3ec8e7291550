import picomatch from 'picomatch'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'

const MAGIC = /[*?[{]/

/**
 * Most wildcards in one name, and most `**` in one pattern. The matcher compiles a pattern into a regular expression, whose time over
 * a name that nearly matches grows with a power of this count.
 */
const MAX_WILDCARDS = 4

/** Whether a name is a pattern. */
export function isGlob(name: string): boolean {
  return MAGIC.test(name)
}

/** The part of a pattern before its first wildcard, as a folder: where a search has to begin. */
export function baseOf(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex(isGlob)
  return parts.slice(0, first === -1 ? parts.length : first).join('/')
}

/**
 * Compiles a pattern into a test of paths (with `/`). `*`, `?`, `[a-z]`, `[!a]`, `{a,b}` and `**` across folders are wildcards; names
 * that begin with a dot only match where the pattern writes the dot.
 * @throws ConfigurationError for a pattern with more wildcards than a file name needs
 */
export function globTest(pattern: string): (path: string) => boolean {
  const tidy = pattern.replace(/^\.\//, '').replace(/(?:\*\*\/)+/g, '**/')
  const folders = tidy.split('/').filter((part) => part === '**').length
  const inOneName = Math.max(...tidy.split('/').map((part) => (part === '**' ? 0 : part.split('*').length - 1)))
  if (Math.max(folders, inOneName) > MAX_WILDCARDS) {
    const text = `glob ${JSON.stringify(printable(pattern))} has more than ${MAX_WILDCARDS} wildcards in one name or across folders: use fewer, for example "**/emissions*.csv"`
    throw new ConfigurationError(text)
  }
  // Round brackets, plus signs and the like are ordinary characters of file names; `[!` is the shell's spelling of `[^`.
  const literal = tidy.replaceAll('[!', '[^').replace(/[()|+@]/g, String.raw`\$&`)
  return picomatch(literal, { windows: false, nonegate: true, noextglob: true })
}
