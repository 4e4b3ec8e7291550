import { MeasurementError } from '../../core/errors.ts'
import type { TokenUsage } from '../../core/llm/usage.ts'
import { isFields, member, textAt } from '../field.ts'
import { NOTHING, type UsageMaker, keyOf, tokens } from './maker.ts'
import { count, countOrNull, hasCount, neededCount } from './token-count.ts'
import { timeOf } from './usage-value.ts'

/** Anthropic messages: the input is without both cache fields. */
export const anthropic: UsageMaker = {
  name: 'Anthropic messages',
  read(value) {
    const usage = member(value, 'usage')
    const isMessage =
      member(value, 'type') === 'message' ||
      hasCount(usage, 'cache_read_input_tokens') ||
      hasCount(usage, 'cache_creation_input_tokens')
    if (member(value, 'type') === 'message' && member(value, 'usage') === null) {
      throw new MeasurementError('the answer has no usage, so its tokens are unknown')
    }
    if (!isMessage || !hasCount(usage, 'input_tokens') || isFields(member(usage, 'input_tokens_details'))) return null
    neededCount(usage, 'output_tokens')
    const one = anthropicUsage(usage, textAt(value, 'model'), timeOf(member(value, 'created_at')))
    return { usage: [one], key: keyOf('anthropic', member(value, 'id')) }
  },
}

export function anthropicUsage(usage: unknown, model: string | null, at: string | null): TokenUsage {
  return tokens({
    model,
    provider: 'anthropic',
    inputUncached: count(usage, 'input_tokens'),
    cacheRead: count(usage, 'cache_read_input_tokens'),
    cacheWrite: countOrNull(usage, 'cache_creation_input_tokens') ?? cacheWriteOfTiers(usage),
    output: count(usage, 'output_tokens'),
    at,
    region: textAt(usage, 'inference_geo'),
  })
}

/** Tokens written to the cache, by how long it is kept: the parts of the sum, which may be missing. */
function cacheWriteOfTiers(usage: unknown): number {
  const tiers = member(usage, 'cache_creation')
  return count(tiers, 'ephemeral_5m_input_tokens') + count(tiers, 'ephemeral_1h_input_tokens')
}

/** Sums of Anthropic's usage report by hour or day, which does not count requests; the model is there if the report is grouped by it. */
export const anthropicReport: UsageMaker = {
  name: 'Anthropic usage report',
  read(value) {
    if (!hasCount(value, 'uncached_input_tokens') || 'input_tokens' in value) return null
    const one = anthropicUsage(value, textAt(value, 'model'), null)
    return { usage: [{ ...one, requests: 0, inputUncached: count(value, 'uncached_input_tokens') }] }
  },
}

/** Anthropic's stream: the message at its start, then cumulative counts without its name. */
export function anthropicStream(): UsageMaker {
  let started: unknown = null
  const cumulative = (usage: unknown) => ({
    usage: [anthropicUsage(usage, textAt(started, 'model'), null)],
    isUpdate: true,
    key: keyOf('anthropic', member(started, 'id')),
  })
  return {
    name: 'Anthropic stream',
    read(value) {
      const type = member(value, 'type')
      if (type === 'message_start') {
        started = member(value, 'message')
        return { ...cumulative(member(started, 'usage')), isPartial: true }
      }
      if (type === 'message_delta' && started !== null && isFields(member(value, 'usage'))) {
        return cumulative({ ...(member(started, 'usage') as object), ...withoutNulls(member(value, 'usage')) })
      }
      const isEvent =
        typeof type === 'string' && /^(?:content_block_(?:start|delta|stop)|message_(?:delta|stop)|ping)$/.test(type)
      return isEvent ? NOTHING : null
    },
  }
}

function withoutNulls(value: unknown): object {
  return isFields(value) ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) : {}
}
