import type { TokenUsage } from '../../core/llm/usage.ts'
import { isFields, member, memberAt, stringOrNull } from '../field.ts'
import { NOTHING, type UsageMaker, count, hasCount, timeOf, tokens } from './maker.ts'

/** Anthropic messages: the input is without both cache fields. */
export const anthropic: UsageMaker = {
  name: 'Anthropic messages',
  read(value) {
    const usage = member(value, 'usage')
    const isMessage =
      member(value, 'type') === 'message' ||
      hasCount(usage, 'cache_read_input_tokens') ||
      hasCount(usage, 'cache_creation_input_tokens')
    if (!isMessage || !hasCount(usage, 'input_tokens') || isFields(member(usage, 'input_tokens_details'))) return null
    return {
      usage: [anthropicUsage(usage, stringOrNull(member(value, 'model')), timeOf(member(value, 'created_at')))],
      ...idOf(value),
    }
  },
}

/** A message by its id: it may be written more than once. */
function idOf(message: unknown): { replaces?: string } {
  const id = stringOrNull(member(message, 'id'))
  return id === null ? {} : { replaces: `anthropic ${id}` }
}

export function anthropicUsage(usage: unknown, model: string | null, at: string | null): TokenUsage {
  return tokens({
    model,
    provider: 'anthropic',
    inputUncached: count(usage, 'input_tokens'),
    cacheRead: count(usage, 'cache_read_input_tokens'),
    cacheWrite: count(usage, 'cache_creation_input_tokens'),
    output: count(usage, 'output_tokens'),
    at,
    region: stringOrNull(member(usage, 'inference_geo')),
  })
}

/** Anthropic's stream: the message at its start, then cumulative counts without its name. */
export function anthropicStream(): UsageMaker {
  let started: unknown = null
  return {
    name: 'Anthropic stream',
    read(value) {
      const type = member(value, 'type')
      if (type === 'message_start') {
        started = member(value, 'message')
        const usage = member(started, 'usage')
        return { usage: [anthropicUsage(usage, stringOrNull(member(started, 'model')), null)], ...idOf(started) }
      }
      if (type === 'message_delta' && started !== null && isFields(member(value, 'usage'))) {
        const usage = { ...(member(started, 'usage') as object), ...withoutNulls(member(value, 'usage')) }
        return { usage: [anthropicUsage(usage, stringOrNull(memberAt(started, 'model')), null)], ...idOf(started) }
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
