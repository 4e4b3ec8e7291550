import { ConfigurationError, describeReadError } from '../../core/errors.ts'
import { readPlainFile } from '../../github/plain-file.ts'

/** Longest config or plan, bytes: 100,000 characters of at most 4 bytes each. */
const MAX_BYTES = 400_000

/**
 * Text of a config or plan file, which a job's own steps may have put something else in place of: a pipe would hold us up for ever.
 * @throws ConfigurationError when it cannot be read
 */
export function readSettingsFile(file: string, what: 'config' | 'plan'): string {
  try {
    return readPlainFile(file, MAX_BYTES)
  } catch (error) {
    throw new ConfigurationError(`${what} ${file} cannot be read: ${describeReadError(error)}`)
  }
}
