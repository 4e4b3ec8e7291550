import { MeasurementError } from '../../core/errors.ts'
import { type Fields, isFields, member, memberAt, textAt } from '../field.ts'
import { type MakerReading, NOTHING, type UsageMaker, inference, keyOf } from './maker.ts'
import { count, hasCount, inputWithCache } from './token-count.ts'

/** Types of the events of a Cohere stream (v2). */
const STREAM = /^(?:message-(?:start|end)|(?:content|tool-call|citation)-(?:start|delta|end)|tool-plan-delta)$/

/**
 * Cohere's chat and embeddings, v1 (`meta`) and v2 (`usage`), answers and streams. `tokens` is what the model processed, `billed_units`
 * what is paid for; cached tokens are inside the input. No answer names its model.
 */
export function cohere(): UsageMaker {
  let started: unknown = null
  return {
    name: 'Cohere',
    read(value) {
      const type = textAt(value, 'type')
      if (type !== null && STREAM.test(type)) {
        if (type === 'message-start') started = member(value, 'id')
        const key = keyOf('cohere', started)
        if (type === 'message-start') return { usage: [], isUpdate: true, key }
        const usage = memberAt(value, 'delta', 'usage')
        return type === 'message-end' && isFields(usage) ? { ...reading(value, usage), isUpdate: true, key } : NOTHING
      }
      if ('event_type' in value && 'is_finished' in value) {
        const response = member(value, 'response')
        return isFields(response) && isFields(member(response, 'meta'))
          ? reading(response, member(response, 'meta') as Fields)
          : NOTHING
      }
      const counts = [member(value, 'usage'), member(value, 'meta')].find(
        (each) => isFields(each) && isFields(member(each, 'billed_units')),
      )
      return isFields(counts) ? reading(value, counts) : null
    },
  }
}

/** @throws MeasurementError for an answer that is billed by the search, such as that of rerank */
function reading(answer: Fields, counts: Fields): MakerReading {
  const used = member(counts, 'tokens')
  const billed = member(counts, 'billed_units')
  const known = hasCount(used, 'input_tokens') || hasCount(used, 'output_tokens') ? used : billed
  if (!hasCount(known, 'input_tokens') && !hasCount(known, 'output_tokens')) {
    throw new MeasurementError('the answer counts no tokens, only units that it is billed by')
  }
  const cacheRead = count(counts, 'cached_tokens') || count(used, 'cached_tokens')
  const id = member(answer, 'id') ?? member(answer, 'generation_id') ?? member(answer, 'response_id')
  return inference(
    {
      model: textAt(answer, 'model'),
      provider: 'cohere',
      ...inputWithCache(count(known, 'input_tokens'), cacheRead),
      output: count(known, 'output_tokens'),
    },
    { key: keyOf('cohere', id) },
  )
}
