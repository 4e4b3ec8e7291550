import { isFields, member, numberOrNull, stringOrNull } from '../field.ts'
import { NOTHING, type UsageMaker, count, timeOf, tokens } from './maker.ts'

/** Langfuse observations: `input` and `output` are without their `input_*` and `output_*` parts; `total` is the sum of all. */
export const langfuse: UsageMaker = {
  name: 'Langfuse',
  read(value) {
    const details = member(value, 'usageDetails') ?? member(value, 'usage_details')
    const type = stringOrNull(member(value, 'type'))
    const isObservation = isFields(details) || (type !== null && /^(?:SPAN|EVENT|GENERATION)$/.test(type))
    if (!isObservation) return null
    if (type !== null && type !== 'GENERATION') return NOTHING
    if (!isFields(details)) {
      const old = member(value, 'usage')
      return isFields(old) ? { usage: [usageOf(value, count(old, 'input'), 0, 0, count(old, 'output'))] } : NOTHING
    }
    let [input, cacheRead, cacheWrite, output] = [0, 0, 0, 0]
    for (const [key, amount] of Object.entries(details)) {
      const number = numberOrNull(key, amount) ?? 0
      if (key === 'total') continue
      if (/cache_read|cached/.test(key)) cacheRead += number
      else if (/cache_creation|cache_write/.test(key)) cacheWrite += number
      else if (key.startsWith('input') || key === 'prompt_tokens') input += number
      else if (/^output|reasoning|thoughts/.test(key) || key === 'completion_tokens') output += number
    }
    return { usage: [usageOf(value, input, cacheRead, cacheWrite, output)] }
  },
}

function usageOf(value: unknown, inputUncached: number, cacheRead: number, cacheWrite: number, output: number) {
  return tokens({
    model: stringOrNull(member(value, 'model')),
    provider: null,
    inputUncached,
    cacheRead,
    cacheWrite,
    output,
    at: timeOf(member(value, 'startTime') ?? member(value, 'start_time')),
  })
}
