import { readCsvLog } from './csv-log.ts'
import { readLineLog } from './log-reading.ts'
import { dumps } from './rapl-dumps.ts'
import { raplSamples } from './rapl-samples.ts'
import type { LogFormat } from './tracker.ts'

const TABLE =
  /^\uFEFF?(?=(?:[^\n\r]*,)?\s*"?(?:t|time|timestamp|elapsed|seconds)(?:_(?:s|ms|us|ns))?"?\s*(?:,|[\r\n]|$))[^\n\r]*\w_uj\b/i

/**
 * Linux powercap counters (RAPL): a CSV of samples (`t_s,package_0_uj,dram_0_uj`), or dumps of the tree as `path/energy_uj=value`. A
 * package includes its cores and uncore; dram is separate; psys includes all.
 */
export const rapl: LogFormat = {
  name: 'rapl',
  title: 'RAPL energy counters: samples as CSV, dumps of /sys/class/powercap',
  figures:
    'uJ as counters that wrap: two readings make an energy, in one file or two; measured; packages + dram, or psys alone',
  meters: 'processors',
  detect: (head) => TABLE.test(head) || /^\S{0,300}(?:intel|amd)-rapl\S{0,50}\/energy_uj\s*[=:]/m.test(head),
  read: (source) => (TABLE.test(source.head) ? readCsvLog(source, ',', raplSamples) : readLineLog(source, dumps)),
}
