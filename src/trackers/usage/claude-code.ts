import type { TokenUsage } from '../../core/llm/usage.ts'
import { MeasurementError } from '../../core/errors.ts'
import { isFields, member, textAt } from '../field.ts'
import { anthropicUsage } from './anthropic.ts'
import { type MakerReading, NOTHING, type UsageMaker, keyOf, tokens } from './maker.ts'
import { count } from './token-count.ts'

/** Types of Claude Code's messages that contain no count of their own. */
const SILENT = new Set(['system', 'user', 'stream_event', 'rate_limit_event', 'tool_progress', 'auth_status'])

/**
 * Claude Code: the result of `--output-format json`, its message stream, and the execution file of claude-code-action (an array of the
 * messages). A session's result is cumulative and includes the subagents: the last one replaces all messages of its session.
 */
export const claudeCode: UsageMaker = {
  name: 'Claude Code',
  read(value) {
    const type = textAt(value, 'type')
    const session = textAt(value, 'session_id') ?? textAt(value, 'sessionId')
    if (type === 'result' && ('modelUsage' in value || 'usage' in value)) return result(value, session)
    if (session === null) return null
    if (type === 'assistant') {
      const message = member(value, 'message')
      const usage = member(message, 'usage')
      if (!isFields(usage)) return NOTHING
      const id = textAt(message, 'id')
      const one = anthropicUsage(usage, textAt(message, 'model'), null)
      // Claude Code writes this name for messages of its own that no model answered.
      if (one.model === '<synthetic>') return NOTHING
      return { usage: [one], isUpdate: true, session, key: keyOf('claude message', id ?? session) }
    }
    return type !== null && SILENT.has(type) ? NOTHING : null
  },
}

function result(value: object, session: string | null): MakerReading {
  const models = member(value, 'modelUsage')
  const usage =
    isFields(models) && Object.keys(models).length > 0
      ? Object.entries(models).map(([model, each]) => modelUsage(model, each))
      : isFields(member(value, 'usage'))
        ? [anthropicUsage(member(value, 'usage'), textAt(value, 'model'), null)]
        : []
  const counted = usage.reduce(
    (sum, each) => sum + each.inputUncached + each.cacheRead + each.cacheWrite + each.output,
    0,
  )
  if (counted === 0 && member(value, 'is_error') === true) {
    throw new MeasurementError(
      `the session ended in an error (${textAt(value, 'subtype') ?? 'unknown'}) and its result counts no tokens`,
    )
  }
  const turns = Math.max(count(value, 'num_turns'), 1)
  // Requests are known for the session only: they belong to the model that wrote most.
  const most = Math.max(...usage.map(({ output }) => output))
  const first = usage.findIndex(({ output }) => output === most)
  return {
    usage: usage.map((each, at) => Object.assign(each, { requests: at === first ? turns : 0 })),
    ...(session !== null && { key: `claude result ${session}`, session, isResult: true }),
  }
}

function modelUsage(model: string, each: unknown): TokenUsage {
  return tokens({
    model: textAt(each, 'canonicalModel') ?? model,
    provider: textAt(each, 'provider') ?? 'anthropic',
    inputUncached: count(each, 'inputTokens'),
    cacheRead: count(each, 'cacheReadInputTokens'),
    cacheWrite: count(each, 'cacheCreationInputTokens'),
    output: count(each, 'outputTokens'),
  })
}
