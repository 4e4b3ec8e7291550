import { MeasurementError } from '../../core/errors.ts'
import type { TokenUsage } from '../../core/llm/usage.ts'
import { type Fields, isFields, member, memberAt, stringOrNull } from '../field.ts'
import { type UsageMaker, tokens } from './maker.ts'
import { listAt } from './usage-value.ts'
import { attributesOf, nanosTime, otlpCount } from './opentelemetry.ts'

/**
 * Metrics that count each token once, of the older and the newer conventions; the first that an export has is read. The newer ones have views
 * of the same tokens by cache and by phase, which a sum would count again.
 */
const METRICS = ['gen_ai.client.token.usage', 'gen_ai.client.inference.tokens'] as const

/** OTLP's temporality of points that count since their start. */
const CUMULATIVE = new Set<unknown>([2, 'AGGREGATION_TEMPORALITY_CUMULATIVE'])

/** A point with what identifies its series. */
interface Point {
  readonly usage: TokenUsage
  readonly isCumulative: boolean
  readonly start: string
}

/** OpenTelemetry GenAI token metrics, as OTLP JSON: histograms by token type, or counters. */
export const openTelemetryMetrics: UsageMaker = {
  name: 'OpenTelemetry GenAI metrics',
  read(value) {
    const resources = member(value, 'resourceMetrics')
    if (!Array.isArray(resources)) return null
    const metrics = resources
      .flatMap((resource) => listAt(resource, 'scopeMetrics'))
      .flatMap((scope) => listAt(scope, 'metrics'))
    const read = METRICS.find((name) => metrics.some((metric) => member(metric, 'name') === name))
    const points = metrics.filter((metric) => member(metric, 'name') === read).flatMap((metric) => pointsOf(metric))
    const usage = points.map((point) => point.usage)
    // A later export of the same process repeats what it has counted since its start.
    if (points.length === 0 || !points.every(({ isCumulative }) => isCumulative)) return { usage }
    const services = resources.map((resource) => JSON.stringify(memberAt(resource, 'resource', 'attributes') ?? ''))
    return {
      usage,
      isUpdate: true,
      isCumulative: true,
      key: `otel metrics ${services.join()} ${points.map(({ start }) => start).toSorted()[0] ?? ''}`,
    }
  },
}

function pointsOf(metric: unknown): Point[] {
  const data = ['histogram', 'exponentialHistogram', 'sum'].map((kind) => member(metric, kind)).find(isFields)
  if (!data) return []
  const isCumulative = CUMULATIVE.has(data['aggregationTemporality'])
  return listAt(data, 'dataPoints')
    .filter(isFields)
    .map((point) => ({
      usage: usageOf(point),
      isCumulative,
      start: String(point['startTimeUnixNano'] ?? ''),
    }))
}

function usageOf(point: Fields): TokenUsage {
  const attributes = attributesOf(point['attributes'])
  const type = attributes.get('gen_ai.token.type')
  if (type !== 'input' && type !== 'output' && type !== 'completion') {
    throw new MeasurementError(`gen_ai.token.type is ${JSON.stringify(type)?.slice(0, 40)}: expected input or output`)
  }
  const text = (name: string): string | null => stringOrNull(attributes.get(name))
  const isOutput = type !== 'input'
  const count = otlpCount('the sum of a token metric', point['sum'] ?? point['asInt'] ?? point['asDouble'])
  return tokens({
    model: text('gen_ai.response.model') ?? text('gen_ai.request.model'),
    provider: text('gen_ai.provider.name') ?? text('gen_ai.system'),
    // A histogram has one value for each request; a counter does not say how many there were.
    requests: isOutput && point['count'] !== undefined ? otlpCount('the count of a token metric', point['count']) : 0,
    inputUncached: isOutput ? 0 : count,
    output: isOutput ? count : 0,
    at: nanosTime(point['timeUnixNano']),
  })
}
