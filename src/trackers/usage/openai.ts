import { MeasurementError } from '../../core/errors.ts'
import { type Fields, isFields, member, memberAt, textAt } from '../field.ts'
import { NOTHING, type UsageMaker, inference, keyOf } from './maker.ts'
import { count, countOrNull, hasCount, inputWithCache, neededCount, wholeOutput } from './token-count.ts'
import { listAt, timeOf } from './usage-value.ts'

/** OpenAI chat completions and embeddings, and compatible servers: cached and reasoning tokens are inside the totals. */
export const openAiChat: UsageMaker = {
  name: 'OpenAI chat completions',
  read(value) {
    // Groq puts the count of a stream beside the choices.
    const usage = member(value, 'usage') ?? memberAt(value, 'x_groq', 'usage')
    const object = textAt(value, 'object')
    const isChunk = object === 'chat.completion.chunk'
    // Chunks of a stream have a usage of null, but for the last one.
    const isLocalKey = isChunk && isNumberedLocally(value)
    if (isChunk && !isFields(usage)) return { usage: [], isUpdate: true, isLocalKey, key: chatKey(value, true) }
    if (object === 'chat.completion' && !isFields(usage)) {
      throw new MeasurementError('the answer has no usage, so its tokens are unknown')
    }
    if (usage === undefined && isImages(value)) {
      throw new MeasurementError('the answer has images and no usage, so its energy is unknown')
    }
    if (!hasCount(usage, 'prompt_tokens')) return null
    const details = member(usage, 'prompt_tokens_details')
    // DeepSeek names the cache beside the sum.
    const cacheRead = countOrNull(details, 'cached_tokens') ?? count(usage, 'prompt_cache_hit_tokens')
    const cacheWrite = count(details, 'cache_write_tokens')
    // Embeddings have no completion.
    const output =
      object === 'chat.completion' ? neededCount(usage, 'completion_tokens') : count(usage, 'completion_tokens')
    return inference(
      {
        model: textAt(value, 'model'),
        provider: textAt(value, 'provider'),
        ...inputWithCache(count(usage, 'prompt_tokens'), cacheRead, cacheWrite),
        output: wholeOutput(output, {
          input: count(usage, 'prompt_tokens'),
          reasoning: count(member(usage, 'completion_tokens_details'), 'reasoning_tokens'),
          total: countOrNull(usage, 'total_tokens'),
        }),
        at: timeOf(member(value, 'created')),
      },
      { isUpdate: isChunk, isLocalKey, key: chatKey(value, isChunk) },
    )
  },
}

/** Whether a value is an answer with images, which has a usage of tokens since gpt-image-1. */
function isImages(value: Fields): boolean {
  const [image] = listAt(value, 'data')
  return 'created' in value && (textAt(image, 'b64_json') !== null || textAt(image, 'url') !== null)
}

/** Minimum length of an id that is unique on its own. */
const UNIQUE_LENGTH = 20

/** Whether the id of an answer is so short that a local server may reuse it. */
function isNumberedLocally(value: Fields): boolean {
  return (textAt(value, 'id')?.length ?? 0) < UNIQUE_LENGTH
}

/** Identifies an answer by its id. Local servers reuse short ids, so the time at which the answer began is added. */
function chatKey(value: Fields, isChunk: boolean): string | undefined {
  const [id, created] = [textAt(value, 'id'), member(value, 'created')]
  if (isChunk) return keyOf('openai', id)
  if (created === undefined && (id?.length ?? 0) < UNIQUE_LENGTH) return undefined
  return keyOf(`openai ${String(created)}`, id)
}

/** OpenAI responses, realtime answers and transcripts: as an object, or in the events of a stream. */
export const openAiResponses: UsageMaker = {
  name: 'OpenAI responses',
  read(value) {
    const type = textAt(value, 'type')
    const isEvent = type?.startsWith('response.') === true
    const response = isFields(member(value, 'response')) ? member(value, 'response') : value
    const key = { isUpdate: true, key: keyOf('openai', member(response, 'id')) }
    if (isEvent && !isFields(memberAt(value, 'response', 'usage'))) {
      return isFields(member(value, 'response')) ? { usage: [], ...key } : NOTHING
    }
    const usage = member(response, 'usage')
    if (member(response, 'object') === 'response' && !isFields(usage)) return { usage: [], ...key }
    const details = member(usage, 'input_tokens_details') ?? member(usage, 'input_token_details')
    if (member(usage, 'type') === 'duration') {
      throw new MeasurementError('the usage counts seconds of audio: only tokens tell the energy')
    }
    const isResponse = member(response, 'object') === 'response' || isEvent || isFields(details)
    if (!isResponse || !hasCount(usage, 'input_tokens')) return null
    const [cacheRead, cacheWrite] = [count(details, 'cached_tokens'), count(details, 'cache_write_tokens')]
    return inference(
      {
        model: textAt(response, 'model'),
        provider: 'openai',
        ...inputWithCache(count(usage, 'input_tokens'), cacheRead, cacheWrite),
        output: wholeOutput(neededCount(usage, 'output_tokens'), {
          input: count(usage, 'input_tokens'),
          reasoning: count(
            member(usage, 'output_tokens_details') ?? member(usage, 'output_token_details'),
            'reasoning_tokens',
          ),
          total: countOrNull(usage, 'total_tokens'),
        }),
        at: timeOf(member(response, 'created_at')),
      },
      key,
    )
  },
}

/** Sums of OpenAI's usage API by hour or day: the cache is inside the input. */
export const openAiUsage: UsageMaker = {
  name: 'OpenAI usage API',
  read(value) {
    const [, kind] = /^organization\.usage\.(\w+)/.exec(textAt(value, 'object') ?? '') ?? []
    if (kind === undefined) return null
    if (hasCount(value, 'num_model_requests') && !hasCount(value, 'input_tokens')) {
      throw new MeasurementError(`the usage of ${kind} is not in tokens: only tokens tell the energy`)
    }
    return inference({
      model: textAt(value, 'model'),
      provider: 'openai',
      requests: count(value, 'num_model_requests'),
      ...inputWithCache(count(value, 'input_tokens'), count(value, 'input_cached_tokens')),
      output: count(value, 'output_tokens'),
    })
  },
}
