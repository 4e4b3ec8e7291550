import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'

/**
 * Appends a value to one of the runner's files (GITHUB_STATE, GITHUB_ENV). Written here rather than with the toolkit, whose
 * import costs every job 50 ms before its first step. The delimiter cannot be guessed, so no value ends its own block.
 * @returns false without such a file: not a runner of this dialect
 */
export function appendToRunnerFile(file: string | undefined, name: string, value: string): boolean {
  if (!file) return false
  const delimiter = `end_${randomUUID()}`
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
  return true
}
