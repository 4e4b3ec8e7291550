import { QuantityError } from '../core/errors.ts'
import { nonNegative, parseNumber } from '../core/quantity.ts'

/** A number of at least zero written as text. @throws QuantityError for '', `NaN`, `0x10`, `1,5`, `-1` ... */
export function amount(quantity: string, text: string | undefined): number {
  const value = text === undefined ? null : parseNumber(text)
  if (value === null || value < 0) {
    throw new QuantityError(quantity, text, 'a plain number of at least 0 is needed')
  }
  return value === 0 ? 0 : value
}

/**
 * The same for a count, such as one of microjoules. `360.000` is refused: as a spreadsheet saves it, it may be 360 or 360,000.
 * @param isPointDecimal whether the rest of the file shows that a point is its decimal sign @throws QuantityError
 */
export function countedAmount(quantity: string, text: string | undefined, isPointDecimal: boolean = false): number {
  if (!isPointDecimal && text !== undefined && /^\s*\d{1,3}[.,]\d{3}\s*$/.test(text)) {
    throw new QuantityError(quantity, text, 'its point may separate thousands: a plain number is needed')
  }
  return amount(quantity, text)
}

/** The same for a field that may be missing: '', `N/A`, `None` are unknown; `nan` is a sum that went wrong. @throws QuantityError for anything else that is not a number */
export function amountOrNull(quantity: string, text: string | undefined): number | null {
  return isBlank(text) ? null : amount(quantity, text)
}

/** Whether a field says that its value is not known. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || /^\s*(?:n\/a|none|null)?\s*$/i.test(text)
}

/** Text of a field, or null when it is empty. */
export function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/** A plain object of a parsed JSON or YAML value. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An own member: a key such as `__proto__` or `constructor` never reaches the prototype. */
export function member(value: unknown, key: string): unknown {
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The member at a path of keys. */
export function memberAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const key of path) found = member(found, key)
  return found
}

/** A JSON number of at least zero, or null when it is missing or null. @throws QuantityError */
export function numberOrNull(quantity: string, value: unknown): number | null {
  return value === undefined || value === null ? null : nonNegative(quantity, value)
}

/** A JSON string that is not empty, or null. */
export function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? textOrNull(value) : null
}

/** The text at a path of keys; null where it is missing or empty. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  // Usage logs read hundreds of texts a line, nearly all by one key.
  const found = path.length === 1 ? member(value, path[0] as string) : memberAt(value, ...path)
  return stringOrNull(found)
}

/** The number at a path of keys. @throws QuantityError for one that is missing or not at least 0 */
export function numberAt(value: unknown, ...path: readonly string[]): number {
  return nonNegative(path.at(-1) ?? '', memberAt(value, ...path))
}

/** The number of a member, or null when it is missing or null. @throws QuantityError */
export function numberAtOrNull(value: unknown, key: string): number | null {
  return numberOrNull(key, member(value, key))
}

/** A copy of a string that does not keep the megabyte it was cut from alive. */
export function detached(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text))
}
