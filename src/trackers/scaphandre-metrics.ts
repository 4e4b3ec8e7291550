import { readCounterLog } from './scrape-counters.ts'
import type { LogFormat } from './tracker.ts'

/** Scaphandre's Prometheus exporter: the host's counter. Its process metrics of 1.0 are wrong by a factor (its issue 378). */
export const scaphandreMetrics: LogFormat = {
  name: 'scaphandre-metrics',
  title: 'Scaphandre Prometheus text',
  figures: 'uJ of the host as a counter: two scrapes make an energy, in one file or two; measured (RAPL)',
  meters: 'processors',
  detect: (head) =>
    /^\uFEFF?(?:# (?:HELP|TYPE) )?scaph_host_(?:energy_microjoules|power_microwatts)(?:\{|\s)/m.test(head),
  read: (source) =>
    readCounterLog(source, {
      metric: 'scaph_host_energy_microjoules',
      joules: 1e-6,
      part: 'whole',
      key: (labels) => labels.get('instance') ?? labels.get('node') ?? labels.get('hostname') ?? '',
      name: (host) => `Scaphandre host${host === '' ? '' : ` ${host}`}`,
    }),
}
