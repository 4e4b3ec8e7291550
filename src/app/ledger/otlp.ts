import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics'
import { MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { VERSION } from '../../core/version.ts'
import type { Metric } from './metrics.ts'

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
  let timer: NodeJS.Timeout | undefined
  const error = await Promise.race([
    new Promise<Error | null>((resolve) => {
      exporter.export(resourceMetrics, ({ code, error: reason }) =>
        resolve(code === 0 ? null : (reason ?? new Error('no reason was given'))),
      )
    }),
    new Promise<Error>((resolve) => {
      timer = setTimeout(() => resolve(new Error(`no answer within ${limitMs / 1000} s`)), limitMs)
    }),
  ]).finally(() => clearTimeout(timer))
  // Not awaited: it would wait for a request that has no answer.
  void exporter.shutdown().catch(() => {})
  await provider.shutdown().catch(() => {})
  if (error) {
    throw new MeasurementError(
      `ledger export: the OTLP collector did not take the metrics: ${printable(error.message)}; its address is in OTEL_EXPORTER_OTLP_ENDPOINT`,
    )
  }
}
