import type { TokenUsage } from '../../core/llm/usage.ts'
import { MeasurementError } from '../../core/errors.ts'
import { isFields, member, stringOrNull } from '../field.ts'
import { type MakerReading, type UsageMaker, keyOf, tokens } from './maker.ts'
import { withoutCache } from './token-count.ts'
import { listAt, timeOf } from './usage-value.ts'

/** Operations that are an inference of their own; invoke_agent and workflow spans repeat the sums of their children. */
const INFERENCE = new Set(['chat', 'generate_content', 'text_completion', 'embeddings', 'completion'])

/** Calls of the AI SDK that count as `ai.usage.tokens`; the spans around them repeat the sum. */
const EMBEDDINGS = new Set<unknown>(['ai.embed.doEmbed', 'ai.embedMany.doEmbed'])

type Attributes = ReadonlyMap<string, unknown>

/** OpenTelemetry GenAI spans, of all versions, and those of OpenInference: OTLP JSON, and spans that exporters print one by one. */
export const openTelemetry: UsageMaker = {
  name: 'OpenTelemetry GenAI',
  read(value) {
    const resources = member(value, 'resourceSpans')
    if (Array.isArray(resources)) return resources.flatMap(spansOf).map(spanReading)
    const attributes = member(value, 'attributes')
    if (attributes === undefined || !('name' in value || 'kind' in value || 'context' in value || 'traceId' in value))
      return null
    return spanReading(value)
  },
}

function spansOf(resource: unknown): unknown[] {
  const scopes = listAt(resource, 'scopeSpans')
  return (scopes.length > 0 ? scopes : listAt(resource, 'instrumentationLibrarySpans')).flatMap((scope) =>
    listAt(scope, 'spans'),
  )
}

/** A span by the ids of its trace and its own: an export may be repeated. */
function spanReading(span: unknown): MakerReading {
  const usage = spanUsage(span)
  if (usage.length === 0) return { usage }
  const context = isFields(member(span, 'context')) ? member(span, 'context') : span
  const id = (camel: string, snake: string): string | null =>
    stringOrNull(member(context, camel) ?? member(context, snake))
  const [trace, own] = [id('traceId', 'trace_id'), id('spanId', 'span_id')]
  return { usage, key: trace === null ? undefined : keyOf(`otel ${trace}`, own) }
}

function spanUsage(span: unknown): TokenUsage[] {
  const attributes = attributesOf(member(span, 'attributes'))
  const operation = attributes.get('gen_ai.operation.name')
  if (typeof operation === 'string' && !INFERENCE.has(operation)) return []
  const kind = attributes.get('openinference.span.kind')
  if (typeof kind === 'string' && !/^(?:LLM|EMBEDDING)$/i.test(kind)) return []
  const either = (...names: readonly string[]): number | null => {
    for (const name of names) if (attributes.has(name)) return otlpCount(name, attributes.get(name))
    return null
  }
  const embedded = EMBEDDINGS.has(attributes.get('ai.operationId')) ? either('ai.usage.tokens') : null
  const input =
    either(
      'gen_ai.usage.input_tokens',
      'gen_ai.usage.prompt_tokens',
      'llm.usage.prompt_tokens',
      'llm.token_count.prompt',
    ) ?? embedded
  const output = either(
    'gen_ai.usage.output_tokens',
    'gen_ai.usage.completion_tokens',
    'llm.usage.completion_tokens',
    'llm.token_count.completion',
  )
  if (input === null && output === null) return []
  const cacheRead =
    either(
      'gen_ai.usage.cache_read.input_tokens',
      'gen_ai.usage.cache_read_input_tokens',
      'ai.usage.inputTokenDetails.cacheReadTokens',
      'ai.usage.cachedInputTokens',
      'llm.token_count.prompt_details.cache_read',
    ) ?? 0
  const cacheWrite =
    either(
      'gen_ai.usage.cache_write.input_tokens',
      'gen_ai.usage.cache_creation.input_tokens',
      'gen_ai.usage.cache_creation_input_tokens',
      'ai.usage.inputTokenDetails.cacheWriteTokens',
      'llm.token_count.prompt_details.cache_write',
    ) ?? 0
  const total = input ?? 0
  // Instrumentations of Anthropic before v1.40 leave the cache out of the input.
  const isExclusive = cacheRead + cacheWrite > total
  const uncached =
    either('ai.usage.inputTokenDetails.noCacheTokens') ??
    (isExclusive ? total : withoutCache(total, cacheRead, cacheWrite))
  const text = (name: string): string | null => stringOrNull(attributes.get(name))
  return [
    tokens({
      model: text('gen_ai.response.model') ?? text('gen_ai.request.model') ?? text('llm.model_name'),
      provider: text('gen_ai.provider.name') ?? text('gen_ai.system') ?? text('llm.provider'),
      inputUncached: uncached,
      cacheRead,
      cacheWrite,
      output: output ?? 0,
      at:
        nanosTime(member(span, 'startTimeUnixNano')) ?? timeOf(member(span, 'start_time') ?? member(span, 'startTime')),
      region: text('cloud.region'),
    }),
  ]
}

/** Attributes as OTLP lists them, or as a plain object. */
export function attributesOf(value: unknown): Attributes {
  if (isFields(value)) return new Map(Object.entries(value))
  const attributes = new Map<string, unknown>()
  for (const attribute of Array.isArray(value) ? (value as unknown[]) : []) {
    const typed = member(attribute, 'value')
    if (isFields(typed)) {
      attributes.set(
        String(member(attribute, 'key')),
        typed['stringValue'] ?? typed['intValue'] ?? typed['doubleValue'] ?? typed['boolValue'],
      )
    }
  }
  return attributes
}

/** OTLP JSON writes 64-bit whole numbers as text. @throws MeasurementError */
export function otlpCount(name: string, value: unknown): number {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number
  throw new MeasurementError(`${name} is ${JSON.stringify(value)?.slice(0, 40)}: expected a count of tokens`)
}

/** A time in nanoseconds since 1970, as OTLP JSON writes it. */
export function nanosTime(nanos: unknown): string | null {
  return typeof nanos === 'string' && /^\d{16,20}$/.test(nanos) ? timeOf(Number(nanos.slice(0, -6))) : null
}
