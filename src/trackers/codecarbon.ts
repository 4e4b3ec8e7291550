import { readCsv } from './codecarbon/csv.ts'
import { readJson } from './codecarbon/json.ts'
import { readPrometheus } from './codecarbon/prometheus.ts'
import type { LogFormat } from './tracker.ts'

const CSV = /^\uFEFF?(?=[^\n\r]*\bduration\b)(?=[^\n\r]*\bemissions\b)(?=[^\n\r]*\benergy_consumed\b)[^\n\r{]*,/
const JSON_ENTRY = /^\uFEFF?\s*\[?\s*\{(?=[\s\S]*"energy_consumed"\s*:)(?=[\s\S]*"(?:emissions|emissions_sum)"\s*:)/
const BOAMPS = /^\uFEFF?\s*\{(?=[\s\S]*"measures"\s*:)(?=[\s\S]*"powerConsumption"\s*:)/
const METRICS = /^codecarbon_[a-z_]+(?:\{|\s)/m

/** CodeCarbon 1.0 to 3.3 (github.com/mlco2/codecarbon): every file that it writes. */
export const codecarbon: LogFormat = {
  name: 'codecarbon',
  title: 'CodeCarbon emissions.csv of every version, task files, logger JSON, Prometheus text, BoAmps',
  figures:
    'kWh and kg; PUE inside since 2.3 (divided out); GPUs measured, the CPU modelled or a constant, memory estimated; rows of one run are cumulative',
  detect: (head) => CSV.test(head) || JSON_ENTRY.test(head) || BOAMPS.test(head) || METRICS.test(head),
  read(source) {
    if (METRICS.test(source.head)) return readPrometheus(source)
    return /^\s*[{[]/.test(source.head) ? readJson(source) : readCsv(source)
  },
}
