import type { Report } from '../src/core/report.ts'
import { VERSION } from '../src/core/version.ts'

/** A job's report as the action leaves it, consistent in itself. `wh` is energy with PUE; the grid has 400 g/kWh. */
export function sampleReport(name: string, wh: number, change: Partial<Report> = {}): Report {
  const operational = wh * 0.4
  return {
    schema: 'carbon-gate/report@1',
    tool: { name: 'carbon-gate', version: VERSION },
    subject: { kind: 'job', name },
    started_at: '2026-11-01T10:00:05Z',
    ended_at: '2026-11-01T10:01:05Z',
    duration_s: 60,
    machine: { cpu: 'AMD EPYC 7763', vcpus: 4, memory_gb: 16, gpus: [], provider: 'azure', region: 'eastus' },
    energy: {
      it_wh: wh / 1.25,
      total_wh: wh,
      low_wh: wh * 0.9,
      high_wh: wh * 1.2,
      cpu_wh: wh / 1.25,
      memory_wh: 0,
      gpu_wh: 0,
      other_wh: 0,
    },
    pue: 1.25,
    intensity: { g_per_kwh: 400, zone: 'DE', kind: 'average', source: 'test', as_of: '2025', fallback: false },
    emissions: {
      operational_g: operational,
      embodied_g: 0.01,
      total_g: operational + 0.01,
      low_g: operational * 0.8,
      high_g: operational * 1.3 + 0.01,
    },
    water: null,
    units: null,
    method: 'modelled',
    coverage: 1,
    parts: [],
    basis: { power: 'test', pue: 'test', embodied: 'test', not_counted: ['network'] },
    profile: null,
    budgets: [],
    baseline: null,
    verdict: 'none',
    label: null,
    notes: [],
    ...change,
  }
}
