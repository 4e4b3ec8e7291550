import { ConfigurationError } from '../core/errors.ts'

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** What a number must be. */
export interface NumberRule {
  readonly least: number
  readonly most: number
  readonly whole: boolean
}

/**
 * A number written in plain decimals. Unlike `Number`, it takes neither '' nor '0x10' nor '1,5' nor '12abc'.
 *
 * @param what the input's name, for the error
 * @throws ConfigurationError that names the input, the text and what would work
 */
export const parseNumber = (what: string, text: string, { least, most, whole }: NumberRule): number => {
  const trimmed = text.trim()
  const value = DECIMAL.test(trimmed) ? Number(trimmed) : Number.NaN
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    const kind = whole ? 'a whole number' : 'a number'
    throw new ConfigurationError(`${what} is ${JSON.stringify(text)}: give ${kind} from ${least} to ${most}`)
  }
  return value
}
