import { readCounterLog } from './scrape-counters.ts'
import type { LogFormat } from './tracker.ts'

/** NVIDIA's DCGM exporter: each GPU's energy since its driver was loaded. */
export const dcgm: LogFormat = {
  name: 'dcgm',
  title: 'NVIDIA DCGM exporter, Prometheus text',
  figures:
    'mJ of each GPU since its driver was loaded: two scrapes make an energy, in one file or two; measured; GPUs only',
  meters: 'gpus',
  simultaneous: true,
  detect: (head) =>
    /^\uFEFF?(?:# (?:HELP|TYPE) )?DCGM_FI_DEV_(?:TOTAL_ENERGY_CONSUMPTION|POWER_USAGE)(?:\{|\s)/m.test(head),
  read: (source) =>
    readCounterLog(source, {
      metric: 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION',
      ofEach: 'DCGM_FI_DEV_POWER_USAGE',
      joules: 1e-3,
      part: 'gpu',
      key: (labels) => labels.get('UUID') ?? [labels.get('Hostname'), labels.get('gpu')].filter(Boolean).join(' '),
      name: (gpu) => `GPU ${gpu}`,
    }),
}
