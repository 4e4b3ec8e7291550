import { MeasurementError } from '../../core/errors.ts'
import { isFields, member, textAt } from '../field.ts'
import { type MakerReading, NOTHING, type UsageMaker, inference, keyOf } from './maker.ts'
import { count } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/** Types of observations that may have tokens of their own. */
const MODEL_CALLS = new Set(['GENERATION', 'EMBEDDING'])

/** Types that group or surround model calls. */
const OTHERS = /^(?:SPAN|EVENT|AGENT|TOOL|CHAIN|RETRIEVER|EVALUATOR|GUARDRAIL)$/

/** Langfuse observations: `input` and `output` are without their `input_*` and `output_*` parts; `total` is the sum of all. */
export const langfuse: UsageMaker = {
  name: 'Langfuse',
  read(value) {
    const details = member(value, 'usageDetails') ?? member(value, 'usage_details')
    const type = textAt(value, 'type')
    const isModelCall = MODEL_CALLS.has(type ?? '')
    if (!isFields(details) && !isModelCall && (type === null || !OTHERS.test(type))) return null
    if (type !== null && !isModelCall) return NOTHING
    if (!isFields(details)) {
      const old = member(value, 'usage')
      if (!isFields(old)) return withoutCount(value)
      const unit = textAt(old, 'unit')
      if (unit !== null && unit !== 'TOKENS') {
        throw new MeasurementError(`the usage counts ${unit}: only TOKENS tell the energy`)
      }
      return readingOf(value, count(old, 'input'), 0, 0, count(old, 'output'))
    }
    if (Object.keys(details).length === 0) return withoutCount(value)
    let [input, cacheRead, cacheWrite, output] = [0, 0, 0, 0]
    for (const key of Object.keys(details)) {
      const number = count(details, key)
      if (key === 'total') continue
      if (/cache_read|cached/.test(key)) cacheRead += number
      else if (/cache_creation|cache_write/.test(key)) cacheWrite += number
      else if (key.startsWith('input') || key === 'prompt_tokens') input += number
      else if (/^output|reasoning|thoughts/.test(key) || key === 'completion_tokens') output += number
    }
    return readingOf(value, input, cacheRead, cacheWrite, output)
  },
}

/** A model call that failed, still runs or was not counted. */
function withoutCount(value: unknown): MakerReading {
  return { usage: [], isUpdate: true, key: keyOf('langfuse', member(value, 'id')) }
}

function readingOf(
  value: unknown,
  inputUncached: number,
  cacheRead: number,
  cacheWrite: number,
  output: number,
): MakerReading {
  const at = timeOf(member(value, 'startTime') ?? member(value, 'start_time'))
  const counts = { inputUncached, cacheRead, cacheWrite, output }
  return inference({ model: textAt(value, 'model'), at, ...counts }, withoutCount(value))
}
