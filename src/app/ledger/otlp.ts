import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics'
import { MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { VERSION } from '../../core/version.ts'
import type { Metric } from './metrics.ts'
import { withinMs } from '../time-limit.ts'

/** The whole export, retries included, ms: a collector that is down must not delay a job. */
const EXPORT_MS = 3000

/** A reader that is asked once. */
class SingleReader extends MetricReader {
  protected override onForceFlush(): Promise<void> {
    return Promise.resolve()
  }
  protected override onShutdown(): Promise<void> {
    return Promise.resolve()
  }
}

/**
 * Sends metrics to the collector that the variables `OTEL_EXPORTER_OTLP_*` name, as OTLP/HTTP with JSON.
 * @param limitMs for the whole export, retries included
 * @throws MeasurementError when it does not take them in time
 */
export async function sendMetrics(metrics: readonly Metric[], limitMs: number = EXPORT_MS): Promise<void> {
  // Without a limit of its own, the library keeps 2,000 points a metric and sums up the rest.
  const most = Math.max(...metrics.map(({ points }) => points.length), 0) + 1
  const reader = new SingleReader({ cardinalitySelector: () => most })
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'carbon-gate', 'service.version': VERSION }))
    .merge(detectResources({ detectors: [envDetector] }))
  const provider = new MeterProvider({ resource, readers: [reader] })
  const meter = provider.getMeter('carbon-gate', VERSION)
  for (const { name, unit, about, points } of metrics) {
    meter.createObservableGauge(name, { unit, description: about }).addCallback((result) => {
      for (const { labels, value } of points) result.observe(value, labels)
    })
  }
  const { resourceMetrics } = await reader.collect()
  const exporter = new OTLPMetricExporter({ timeoutMillis: limitMs })
  const sent = new Promise<{ readonly code: number; readonly error?: Error }>((resolve) =>
    exporter.export(resourceMetrics, resolve),
  )
  const result = await withinMs(limitMs, sent)
  const reason = result === null ? `no answer within ${limitMs / 1000} s` : result.error?.message
  // Not awaited: it would wait for a request that has no answer.
  void exporter.shutdown().catch(() => {})
  await provider.shutdown().catch(() => {})
  if (result?.code !== 0) {
    throw new MeasurementError(
      `ledger export: the OTLP collector did not take the metrics: ${printable(reason ?? 'no reason was given')}; its address is in OTEL_EXPORTER_OTLP_ENDPOINT`,
    )
  }
}
