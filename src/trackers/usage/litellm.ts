import { isFields, member, memberAt, textAt } from '../field.ts'
import { NOTHING, type UsageMaker, inference, keyOf } from './maker.ts'
import { count, inputWithCache } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/** LiteLLM's standard logging object: one a request; a cache hit is not an inference. */
export const liteLlm: UsageMaker = {
  name: 'LiteLLM',
  read(value) {
    const inner = member(value, 'standard_logging_object')
    const log = isFields(inner) ? inner : value
    if (!('call_type' in log) && !('model_group' in log)) return null
    if (member(log, 'status') === 'failure' || isCacheHit(member(log, 'cache_hit'))) return NOTHING
    const usage = memberAt(log, 'metadata', 'usage_object')
    const cacheRead =
      count(member(usage, 'prompt_tokens_details'), 'cached_tokens') || count(usage, 'cache_read_input_tokens')
    const cacheWrite = count(usage, 'cache_creation_input_tokens')
    const input = count(log, 'prompt_tokens')
    return inference(
      {
        model: textAt(log, 'model') ?? textAt(log, 'model_group'),
        provider: textAt(log, 'custom_llm_provider'),
        ...inputWithCache(Math.max(input, cacheRead + cacheWrite), cacheRead, cacheWrite),
        output: count(log, 'completion_tokens'),
        at: timeOf(member(log, 'startTime')),
      },
      { key: keyOf('litellm', member(log, 'id') ?? member(log, 'request_id')) },
    )
  },
}

/** The spend table writes it as text: `True`. */
function isCacheHit(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true')
}
