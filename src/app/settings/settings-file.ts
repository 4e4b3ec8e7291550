import { ConfigurationError, describeReadError } from '../../core/errors.ts'
import { STANDARD_INPUT, readPlainFile, readUpTo } from '../../github/plain-file.ts'

/** Longest config or plan, bytes: 100,000 characters of at most 4 bytes each. */
const MAX_BYTES = 400_000

/**
 * Text of a config or plan file; `-` is standard input. Refuses anything but a plain file, because a job's own steps may have put a pipe
 * in its place, and reading it would never end.
 * @throws ConfigurationError if it cannot be read
 */
export function readSettingsFile(file: string, what: 'config' | 'plan'): string {
  try {
    return file === '-' ? readUpTo(STANDARD_INPUT, MAX_BYTES) : readPlainFile(file, MAX_BYTES)
  } catch (error) {
    throw new ConfigurationError(`${what} ${file} cannot be read: ${describeReadError(error)}`)
  }
}
