import { isFields, member, memberAt, stringOrNull } from '../field.ts'
import { NOTHING, type UsageMaker, count, hasCount, timeOf, tokens, withoutCache } from './maker.ts'

/** OpenAI chat completions and embeddings, and compatible servers: cached and reasoning tokens are inside the totals. */
export const openAiChat: UsageMaker = {
  name: 'OpenAI chat completions',
  read(value) {
    const usage = member(value, 'usage')
    const object = stringOrNull(member(value, 'object'))
    const isChunk = object === 'chat.completion.chunk'
    // Chunks of a stream have a usage of null, but for the last one.
    if (isChunk && !isFields(usage)) return NOTHING
    if (!hasCount(usage, 'prompt_tokens')) return null
    const details = member(usage, 'prompt_tokens_details')
    const [cacheRead, cacheWrite] = [count(details, 'cached_tokens'), count(details, 'cache_write_tokens')]
    const id = stringOrNull(member(value, 'id'))
    return {
      usage: [
        tokens({
          model: stringOrNull(member(value, 'model')),
          provider: stringOrNull(member(value, 'provider')),
          inputUncached: withoutCache(count(usage, 'prompt_tokens'), cacheRead, cacheWrite),
          cacheRead,
          cacheWrite,
          output: count(usage, 'completion_tokens'),
          at: timeOf(member(value, 'created')),
        }),
      ],
      ...(isChunk && id !== null ? { replaces: `openai ${id}` } : {}),
    }
  },
}

/** OpenAI responses: as an object, or in the events of its stream. */
export const openAiResponses: UsageMaker = {
  name: 'OpenAI responses',
  read(value) {
    const type = stringOrNull(member(value, 'type'))
    if (type?.startsWith('response.') && !isFields(memberAt(value, 'response', 'usage'))) return NOTHING
    const response = isFields(member(value, 'response')) ? member(value, 'response') : value
    const usage = member(response, 'usage')
    const isResponse =
      member(response, 'object') === 'response' ||
      type?.startsWith('response.') ||
      isFields(member(usage, 'input_tokens_details'))
    if (!isResponse || !hasCount(usage, 'input_tokens')) return null
    const details = member(usage, 'input_tokens_details')
    const [cacheRead, cacheWrite] = [count(details, 'cached_tokens'), count(details, 'cache_write_tokens')]
    const id = stringOrNull(member(response, 'id'))
    return {
      usage: [
        tokens({
          model: stringOrNull(member(response, 'model')),
          provider: 'openai',
          inputUncached: withoutCache(count(usage, 'input_tokens'), cacheRead, cacheWrite),
          cacheRead,
          cacheWrite,
          output: count(usage, 'output_tokens'),
          at: timeOf(member(response, 'created_at')),
        }),
      ],
      ...(id === null ? {} : { replaces: `openai ${id}` }),
    }
  },
}
