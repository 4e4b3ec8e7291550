import { MeasurementError } from '../../core/errors.ts'
import type { TokenUsage } from '../../core/llm/usage.ts'
import { numberAtOrNull } from '../field.ts'

/** A count of tokens or requests, 0 where it is missing. @throws QuantityError, MeasurementError for what is not a whole number of at least 0 */
export function count(value: unknown, name: string): number {
  return countOrNull(value, name) ?? 0
}

/** The same, null where it is missing. */
export function countOrNull(value: unknown, name: string): number | null {
  const number = numberAtOrNull(value, name)
  if (number === null || Number.isSafeInteger(number)) return number
  throw new MeasurementError(`${name} is ${number}: a whole number of tokens is needed`)
}

/** A count that every answer of this kind has: without it the tokens are unknown, not 0. @throws MeasurementError */
export function neededCount(value: unknown, name: string): number {
  const number = countOrNull(value, name)
  if (number === null) throw new MeasurementError(`the usage has no ${name}, so its tokens are unknown`)
  return number
}

/** Whether a value has a count of that name. */
export function hasCount(value: unknown, name: string): boolean {
  return countOrNull(value, name) !== null
}

/** Tokens of an input that includes what was read from the cache and written to it. @throws MeasurementError where that is more */
export function inputWithCache(
  input: number,
  cacheRead: number,
  cacheWrite: number = 0,
): Pick<TokenUsage, 'inputUncached' | 'cacheRead' | 'cacheWrite'> {
  return { inputUncached: withoutCache(input, cacheRead, cacheWrite), cacheRead, cacheWrite }
}

/** What is left of an input after its subsets. @throws MeasurementError where a subset is larger than the whole */
export function withoutCache(input: number, ...cached: readonly number[]): number {
  const rest = input - cached.reduce((sum, each) => sum + each, 0)
  if (rest < 0)
    throw new MeasurementError(
      `the cached tokens (${cached.join(' + ')}) are more than the input of ${input} that includes them`,
    )
  return rest
}

/**
 * Tokens of the output with what a maker counts beside it, such as the reasoning of xAI and the thoughts of Gemini: what the total has beyond
 * its parts, or reasoning that cannot be inside a smaller output.
 * @param total null where it is not given
 */
export function wholeOutput(output: number, { input, reasoning, total }: OutputContext): number {
  const withReasoning = reasoning > output ? output + reasoning : output
  return Math.max(total === null ? withReasoning : total - input, reasoning, output)
}

interface OutputContext {
  readonly input: number
  readonly reasoning: number
  readonly total: number | null
}
