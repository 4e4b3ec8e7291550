/**
 * The three ways to fail, kept apart because a person does three different things about them:
 * mend the input (exit 2), mend the environment or the data (exit 3), report our bug (exit 70: any other error).
 */

/** The user's input is wrong. The message is one line: names the input, the value, and what would work. */
export class ConfigurationError extends Error {
  override readonly name: string = 'ConfigurationError'
}

/** The data or the environment gives no trustworthy figure: the verdict is `indeterminate`, never a pass. */
export class MeasurementError extends Error {
  override readonly name: string = 'MeasurementError'
  /** What the figure was to come from, for the note in the report: a file, a sensor, a field. */
  readonly source: string | null

  constructor(message: string, source: string | null = null) {
    super(message)
    this.source = source
  }
}

/** A number that no physical quantity can have (NaN, infinite, negative, out of range) reached a formula. */
export class QuantityError extends MeasurementError {
  override readonly name: string = 'QuantityError'
  readonly quantity: string
  readonly value: unknown

  constructor(quantity: string, value: unknown, expected: string) {
    super(`${quantity} is ${describe(value)}: ${expected}`, quantity)
    this.quantity = quantity
    this.value = value
  }
}

function describe(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80))
  if (value === null || value === undefined) return 'missing'
  return `a ${typeof value}`
}

/** Describes why a file could not be read. @param error as thrown by a file system call, with its `code` */
export function describeReadError(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message: string }
  return code === 'ENOENT' ? 'the file does not exist' : code === 'EISDIR' ? 'it is a folder' : (code ?? message)
}
