import { isFields, member, memberAt, stringOrNull } from '../field.ts'
import { NOTHING, type UsageMaker, count, hasCount, timeOf, tokens, withoutCache } from './maker.ts'

/** LangSmith runs: parents repeat their children, so only the model calls themselves count. */
export const langSmith: UsageMaker = {
  name: 'LangSmith',
  read(value) {
    const type = stringOrNull(member(value, 'run_type'))
    if (type === null) return null
    if (type !== 'llm') return NOTHING
    const details = member(value, 'prompt_token_details')
    const [cacheRead, cacheWrite] = [count(details, 'cache_read'), count(details, 'cache_creation')]
    return {
      usage: [
        tokens({
          model:
            stringOrNull(memberAt(value, 'extra', 'metadata', 'ls_model_name')) ??
            stringOrNull(memberAt(value, 'extra', 'invocation_params', 'model')) ??
            stringOrNull(member(value, 'name')),
          provider: stringOrNull(memberAt(value, 'extra', 'metadata', 'ls_provider')),
          inputUncached: withoutCache(count(value, 'prompt_tokens'), cacheRead, cacheWrite),
          cacheRead,
          cacheWrite,
          output: count(value, 'completion_tokens'),
          at: timeOf(member(value, 'start_time')),
        }),
      ],
    }
  },
}

/** LangChain messages: the input includes the cache. */
export const langChain: UsageMaker = {
  name: 'LangChain',
  read(value) {
    const usage = member(value, 'usage_metadata')
    if (!isFields(usage) || !hasCount(usage, 'input_tokens')) return null
    const details = member(usage, 'input_token_details')
    const [cacheRead, cacheWrite] = [count(details, 'cache_read'), count(details, 'cache_creation')]
    return {
      usage: [
        tokens({
          model:
            stringOrNull(memberAt(value, 'response_metadata', 'model_name')) ??
            stringOrNull(memberAt(value, 'response_metadata', 'model')),
          inputUncached: withoutCache(count(usage, 'input_tokens'), cacheRead, cacheWrite),
          cacheRead,
          cacheWrite,
          output: count(usage, 'output_tokens'),
        }),
      ],
    }
  },
}
