import { ConfigurationError } from '../../core/errors.ts'

/** Whether a value of the file is plain. */
export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Keys and values of a mapping. @throws ConfigurationError for anything else */
export function entriesOf(value: unknown, key: string, file: string): [string, unknown][] {
  if (value instanceof Map) return [...value].map(([name, each]) => [String(name), each])
  throw new ConfigurationError(`${file}: ${key} needs keys and values, not a ${kindOf(value)}`)
}

/** What a value is, for an error. */
export function kindOf(value: unknown): string {
  if (value === null) return 'blank'
  return Array.isArray(value) ? 'list' : value instanceof Map ? 'mapping' : typeof value
}

/** Reads a value; an error names the file. @throws ConfigurationError */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ConfigurationError) throw new ConfigurationError(`${file}: ${error.message}`)
    throw error
  }
}
