import { type Fields, isFields, member, memberAt, textAt } from '../field.ts'
import { NOTHING, type UsageMaker, tokens } from './maker.ts'
import { count, inputWithCache } from './token-count.ts'

/** Codex `exec --json`: one count a turn, without the model's name; the cache is inside the input. */
export const codex: UsageMaker = {
  name: 'Codex',
  read(value) {
    const type = textAt(value, 'type')
    if (type === null || !/^(?:thread|turn|item)\.[a-z_]+$/.test(type)) return null
    const usage = member(value, 'usage')
    return type === 'turn.completed' && isFields(usage) ? { usage: [codexUsage(usage, null)] } : NOTHING
  },
}

/** Types of the lines of a Codex session file. */
const SESSION_LINES = /^(?:session_meta|turn_context|response_item|event_msg|compacted)$/

/** Codex session files (`rollout-*.jsonl`): the sum of the session so far, repeated with every change of its limits. */
export function codexSession(): UsageMaker {
  let session: string | null = null
  let model: string | null = null
  return {
    name: 'Codex session',
    read(value) {
      const type = textAt(value, 'type')
      const payload = member(value, 'payload')
      if (type === null || !SESSION_LINES.test(type) || !isFields(payload)) return null
      if (type === 'session_meta') session = textAt(payload, 'id')
      if (type === 'turn_context') model = textAt(payload, 'model') ?? model
      const total = memberAt(payload, 'info', 'total_token_usage')
      if (member(payload, 'type') !== 'token_count' || !isFields(total)) return NOTHING
      const key = { key: `codex ${session ?? ''}`, isLocalKey: session === null, isUpdate: true, isCumulative: true }
      return { usage: [codexUsage(total, model)], ...key }
    },
  }
}

function codexUsage(usage: Fields, model: string | null) {
  const [cacheRead, cacheWrite] = [count(usage, 'cached_input_tokens'), count(usage, 'cache_write_input_tokens')]
  return tokens({
    model,
    provider: 'openai',
    ...inputWithCache(count(usage, 'input_tokens'), cacheRead, cacheWrite),
    output: count(usage, 'output_tokens'),
  })
}
