import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The kernel's file trees (/proc, /sys) below a root that can be moved. Test seam: the environment variable
 * `CARBON_GATE_ROOT` points every sensor at a tree of real files, so that a fake powercap, cgroup or /proc works end to end.
 */
const ROOT_VARIABLE = 'CARBON_GATE_ROOT'

/** The root that sensors read below. @returns `/` unless the test seam is used */
export function rootFrom(environment: Readonly<Record<string, string | undefined>>): string {
  return environment[ROOT_VARIABLE] || '/'
}

/** Longest file of the kernel that is read whole, bytes: /proc/cpuinfo of a machine with 1,000 threads is about 1.5 MB. */
const LONGEST = 4_000_000

/** A small file's text, or null when it cannot be read. @param path below the root, without a leading slash */
export function textAt(root: string, path: string): string | null {
  try {
    return readFileSync(join(root, path), 'latin1').slice(0, LONGEST)
  } catch {
    return null
  }
}

/** A file with one whole number of at least 0; null if it cannot be read or contains something else (`max`, ''). */
export function numberIn(root: string, path: string): number | null {
  const text = textAt(root, path)?.trim()
  return text && /^\d{1,19}$/.test(text) ? Number(text) : null
}

/** Names in a folder, sorted; none when it cannot be read. */
export function namesIn(root: string, path: string): string[] {
  try {
    return readdirSync(join(root, path)).sort()
  } catch {
    return []
  }
}
