import { MeasurementError } from '../../core/errors.ts'
import type { TokenUsage } from '../../core/llm/usage.ts'
import { type Fields, isFields, member, memberAt, stringOrNull, textAt } from '../field.ts'
import { type MakerReading, NOTHING, type UsageMaker, keyOf, tokens } from './maker.ts'
import { count, hasCount, inputWithCache, withoutCache } from './token-count.ts'
import { listAt, timeOf } from './usage-value.ts'
import { attributesOf } from './opentelemetry.ts'

/** The record of an answer in the telemetry of Gemini CLI. Others of the same answer repeat its counts. */
const ANSWER = 'gemini_cli.api_response'

/** Names of the records that repeat an answer or count nothing. */
const OTHER_RECORDS = /^gemini_cli\.|^gen_ai\.client\.inference\.operation\.details$/

/**
 * Gemini CLI: the answer of `--output-format json`, a session file of `~/.gemini/tmp`, and its telemetry (`outfile`, or OTLP logs). The cache is
 * inside the prompt; thoughts are not inside the candidates, and tool results are not inside the prompt.
 */
export const geminiCli: UsageMaker = {
  name: 'Gemini CLI',
  read(value) {
    const models = memberAt(value, 'stats', 'models')
    if (isFields(models)) return jsonOutput(value, models)
    const messages = member(value, 'messages')
    if (Array.isArray(messages) && 'sessionId' in value && messages.some(isAnswer))
      return messages.filter(isAnswer).map(message)
    if (isAnswer(value)) return message(value)
    const resources = member(value, 'resourceLogs')
    if (Array.isArray(resources)) return resources.flatMap(recordsOf).map(record)
    // Metrics of its telemetry file count the same tokens once more.
    if (Array.isArray(member(value, 'scopeMetrics'))) return NOTHING
    if (!('attributes' in value)) return null
    const name = attributesOf(value['attributes']).get('event.name')
    return typeof name === 'string' && OTHER_RECORDS.test(name) ? record(value) : null
  },
}

/** Events of `--output-format stream-json`: the last has the sum of the session, without the models apart. */
export function geminiCliStream(): UsageMaker {
  let started: Fields | null = null
  return {
    name: 'Gemini CLI stream',
    read(value) {
      const type = textAt(value, 'type')
      if (type === 'init' && 'session_id' in value && 'model' in value) started = value
      // Events of the stream have no usage of their own: a value that has one is of another maker.
      if (started === null || type === null || !('timestamp' in value) || 'usage' in value) return null
      const session = { isUpdate: true, isCumulative: true, key: keyOf('gemini cli', member(started, 'session_id')) }
      if (type === 'init') return { usage: [], ...session }
      const stats = member(value, 'stats')
      if (type !== 'result' || !isFields(stats))
        return /^(?:message|tool_use|tool_result|error)$/.test(type) ? NOTHING : null
      const model = textAt(started, 'model')
      started = null
      const [input, cacheRead] = [count(stats, 'input_tokens'), count(stats, 'cached')]
      // Only the total includes thoughts and tool results.
      const rest = Math.max(count(stats, 'total_tokens') - input, count(stats, 'output_tokens'))
      const counts = { ...inputWithCache(input, cacheRead), output: rest }
      return { usage: [answerOf({ model, ...counts, at: timeOf(member(value, 'timestamp')) })], ...session }
    },
  }
}

/** Tokens of a session by model; a session that is resumed repeats what it counted before. */
function jsonOutput(value: Fields, models: Fields): MakerReading {
  const usage = Object.entries(models).map(([model, each]) => {
    const requests = count(member(each, 'api'), 'totalRequests') - count(member(each, 'api'), 'totalErrors')
    return countsOf(member(each, 'tokens'), ['prompt', 'cached', 'candidates', 'thoughts', 'tool'], {
      model,
      requests: Math.max(requests, 0),
    })
  })
  if (usage.length === 0) {
    if (!isFields(member(value, 'error'))) return NOTHING
    throw new MeasurementError('the session ended in an error and counts no tokens')
  }
  return { usage, isUpdate: true, isCumulative: true, key: keyOf('gemini cli', member(value, 'session_id')) }
}

/** A message of a session file that a model wrote. */
function isAnswer(value: unknown): value is Fields {
  return member(value, 'type') === 'gemini' && hasCount(member(value, 'tokens'), 'input')
}

function message(value: Fields): MakerReading {
  const known = { model: textAt(value, 'model'), at: timeOf(member(value, 'timestamp')) }
  const names = ['input', 'cached', 'output', 'thoughts', 'tool'] as const
  return {
    usage: [countsOf(member(value, 'tokens'), names, known)],
    isUpdate: true,
    key: keyOf('gemini message', member(value, 'id')),
  }
}

function recordsOf(resource: unknown): unknown[] {
  return listAt(resource, 'scopeLogs').flatMap((scope) => listAt(scope, 'logRecords'))
}

/** A record of the telemetry: OTLP writes counts as text. */
function record(value: unknown): MakerReading {
  const attributes = attributesOf(member(value, 'attributes'))
  if (attributes.get('event.name') !== ANSWER) return NOTHING
  const counts = Object.fromEntries(
    [...attributes].map(([name, count]) => [
      name,
      typeof count === 'string' && /^\d{1,15}$/.test(count) ? Number(count) : count,
    ]),
  )
  const text = (name: string): string | null => stringOrNull(attributes.get(name))
  const at = timeOf(text('event.timestamp'))
  const names = [
    'input_token_count',
    'cached_content_token_count',
    'output_token_count',
    'thoughts_token_count',
    'tool_token_count',
  ] as const
  // Exports may be repeated; the records have no id of their own.
  const id =
    at === null ? null : `${text('session.id')} ${text('prompt_id')} ${at} ${names.map((name) => counts[name]).join()}`
  return { usage: [countsOf(counts, names, { model: text('model'), at })], key: keyOf('gemini record', id) }
}

/** Counts of an answer by the names of prompt, cache, candidates, thoughts and tool results. */
function countsOf(
  counts: unknown,
  [prompt, cached, candidates, thoughts, tool]: readonly [string, string, string, string, string],
  known: Partial<TokenUsage>,
): TokenUsage {
  const cacheRead = count(counts, cached)
  return answerOf({
    ...known,
    inputUncached: withoutCache(count(counts, prompt), cacheRead) + count(counts, tool),
    cacheRead,
    output: count(counts, candidates) + count(counts, thoughts),
  })
}

function answerOf(known: Partial<TokenUsage>): TokenUsage {
  return tokens({ provider: 'gcp.gemini', ...known })
}
