import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { decodedPart } from '../../ledger/decoded-part.ts'
import type { Metric, Point } from './metrics.ts'

/** Words for units at the end of a name, as the OpenTelemetry collector adds them. An annotation such as `{entry}` has none. */
const SUFFIXES: Readonly<Record<string, string>> = { g: '_grams', J: '_joules', liters: '_liters', s: '_seconds' }

/** Name of a metric in Prometheus. @example prometheusName({ name: 'carbon_gate.energy', unit: 'J' }) // 'carbon_gate_energy_joules' */
export function prometheusName({ name, unit }: Pick<Metric, 'name' | 'unit'>): string {
  return `${name.replaceAll('.', '_')}${SUFFIXES[unit] ?? ''}`
}

/** Metrics in the text format of Prometheus, version 0.0.4. */
export function prometheusText(metrics: readonly Metric[]): string {
  return metrics
    .map((metric) => {
      const name = prometheusName(metric)
      const lines = metric.points.map(({ labels, value }) => `${name}${labelText(labels)} ${value}\n`)
      return `# HELP ${name} ${metric.about}\n# TYPE ${name} gauge\n${lines.join('')}`
    })
    .join('')
}

function labelText(labels: Point['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

/** All requests to a Pushgateway together, ms. */
const PUSH_MS = 10_000

/** Requests at once. */
const PUSHES_AT_ONCE = 8

/** Repositories that are pushed one by one; a larger fleet has OTLP or a text file. */
const MOST_GROUPS = 1000

/**
 * Replaces the metrics of each repository on a Pushgateway. The group is job and repository; the name is sent as base64, because a path
 * cannot have its slash.
 * @param url address of the gateway; user and password in it become a header
 * @throws ConfigurationError for an address that cannot be read, MeasurementError for a gateway that does not take them
 */
export async function pushMetrics(url: string, metrics: readonly Metric[]): Promise<number> {
  const { base, headers } = gatewayOf(url)
  const groups = groupsOf(metrics)
  if (groups.size > MOST_GROUPS) {
    throw new ConfigurationError(
      `ledger export: a Pushgateway is not for ${groups.size} repositories (at most ${MOST_GROUPS}): use --otlp or --prometheus FILE`,
    )
  }
  const signal = AbortSignal.timeout(PUSH_MS)
  const queue = [...groups]
  const workers = Array.from({ length: PUSHES_AT_ONCE }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [repository, own] = next
      const group = `repository@base64/${Buffer.from(repository, 'utf8').toString('base64url')}`
      await put(`${base}/metrics/job/carbon_gate/${group}`, prometheusText(own), headers, signal)
    }
  })
  await Promise.all(workers)
  return groups.size
}

function gatewayOf(text: string): { base: string; headers: Record<string, string> } {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new ConfigurationError(
      'ledger export: the address of the Pushgateway cannot be read: write it as http://HOST:9091',
    )
  }
  if (!/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError(`ledger export: --pushgateway is ${printable(url.protocol)}: use http or https`)
  }
  const login = [url.username, url.password].map((part) => decodedPart(part, 'ledger export')).join(':')
  const headers = login === ':' ? {} : { Authorization: `Basic ${Buffer.from(login).toString('base64')}` }
  return { base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, headers: { ...headers } }
}

/** Metrics by repository, without that label: the group adds it. Metrics of the whole ledger are in every group. */
function groupsOf(metrics: readonly Metric[]): Map<string, Metric[]> {
  const groups = new Map<string, Metric[]>()
  const names = metrics.flatMap(({ points }) => points.map(({ labels }) => labels['repository']))
  for (const name of new Set(names.filter((each) => each !== undefined))) {
    const own = metrics.map((metric) => ({
      ...metric,
      points: metric.points
        .filter(({ labels: { repository = name } }) => repository === name)
        .map(({ labels, value }) => ({ labels: withoutRepository(labels), value })),
    }))
    groups.set(
      name,
      own.filter(({ points }) => points.length > 0),
    )
  }
  return groups
}

function withoutRepository(labels: Point['labels']): Point['labels'] {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== 'repository'))
}

async function put(url: string, body: string, headers: Record<string, string>, signal: AbortSignal): Promise<void> {
  const type = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }
  let response: Response
  try {
    response = await fetch(url, { method: 'PUT', body, headers: { ...headers, ...type }, signal })
  } catch (error) {
    const { name, cause, message } = error as Error & { cause?: { code?: string } }
    const reason = name === 'TimeoutError' ? `no answer within ${PUSH_MS / 1000} s` : (cause?.code ?? message)
    throw new MeasurementError(`ledger export: the Pushgateway cannot be reached: ${printable(reason)}`)
  }
  if (response.ok) return
  const answer = printable((await response.text().catch(() => '')).trim())
  throw new MeasurementError(`ledger export: the Pushgateway answered ${response.status}: ${answer}`)
}
