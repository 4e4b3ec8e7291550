export const id = 356;
export const ids = [356];
export const modules = {

/***/ 44356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sendMetrics: () => (/* binding */ sendMetrics)
/* harmony export */ });
/* harmony import */ var _opentelemetry_exporter_metrics_otlp_http__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60922);
/* harmony import */ var _opentelemetry_resources__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57769);
/* harmony import */ var _opentelemetry_sdk_metrics__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79684);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1702);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53834);
/* harmony import */ var _core_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95601);






/** The whole export, retries included, ms: a collector that is down must not delay a job. */
const EXPORT_MS = 3000;
/** A reader that is asked once. */
class SingleReader extends _opentelemetry_sdk_metrics__WEBPACK_IMPORTED_MODULE_1__.MetricReader {
    onForceFlush() {
        return Promise.resolve();
    }
    onShutdown() {
        return Promise.resolve();
    }
}
/**
 * Sends metrics to the collector that the variables `OTEL_EXPORTER_OTLP_*` name, as OTLP/HTTP with JSON.
 * @param limitMs for the whole export, retries included
 * @throws MeasurementError when it does not take them in time
 */
async function sendMetrics(metrics, limitMs = EXPORT_MS) {
    // Without a limit of its own, the library keeps 2,000 points a metric and sums up the rest.
    const most = Math.max(...metrics.map(({ points }) => points.length), 0) + 1;
    const reader = new SingleReader({ cardinalitySelector: () => most });
    const resource = (0,_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_2__.defaultResource)()
        .merge((0,_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_2__.resourceFromAttributes)({ 'service.name': 'carbon-gate', 'service.version': _core_version_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x }))
        .merge((0,_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_2__.detectResources)({ detectors: [_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_2__.envDetector] }));
    const provider = new _opentelemetry_sdk_metrics__WEBPACK_IMPORTED_MODULE_1__.MeterProvider({ resource, readers: [reader] });
    const meter = provider.getMeter('carbon-gate', _core_version_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .x);
    for (const { name, unit, about, points } of metrics) {
        meter.createObservableGauge(name, { unit, description: about }).addCallback((result) => {
            for (const { labels, value } of points)
                result.observe(value, labels);
        });
    }
    const { resourceMetrics } = await reader.collect();
    const exporter = new _opentelemetry_exporter_metrics_otlp_http__WEBPACK_IMPORTED_MODULE_4__/* .OTLPMetricExporter */ .r4({ timeoutMillis: limitMs });
    let timer;
    const error = await Promise.race([
        new Promise((resolve) => {
            exporter.export(resourceMetrics, ({ code, error: reason }) => resolve(code === 0 ? null : (reason ?? new Error('no reason was given'))));
        }),
        new Promise((resolve) => {
            timer = setTimeout(() => resolve(new Error(`no answer within ${limitMs / 1000} s`)), limitMs);
        }),
    ]).finally(() => clearTimeout(timer));
    // Not awaited: it would wait for a request that has no answer.
    void exporter.shutdown().catch(() => { });
    await provider.shutdown().catch(() => { });
    if (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MeasurementError */ .HG(`ledger export: the OTLP collector did not take the metrics: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(error.message)}; its address is in OTEL_EXPORTER_OTLP_ENDPOINT`);
    }
}


/***/ })

};
