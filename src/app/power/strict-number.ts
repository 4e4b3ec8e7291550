import { ConfigurationError } from '../../core/errors.ts'
import { parseNumber } from '../../core/quantity.ts'

/** What a number must be. */
export interface NumberRule {
  readonly least: number
  readonly most: number
  readonly whole: boolean
}

/**
 * A number within its bounds, written as `parseNumber` reads it.
 *
 * @param what the input's name, for the error
 * @throws ConfigurationError that names the input, the text and what would work
 */
export const strictNumber = (what: string, text: string, { least, most, whole }: NumberRule): number => {
  const value = parseNumber(text) ?? Number.NaN
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    const kind = whole ? 'a whole number' : 'a number'
    throw new ConfigurationError(`${what} is ${JSON.stringify(text)}: give ${kind} from ${least} to ${most}`)
  }
  return value
}
