import type { UnjudgedReport } from '../../core/unjudged.ts'
import type { Energy, Part } from '../../core/report.ts'
import type { Measurement } from './measurement.ts'
import { spread } from './spread-steps.ts'

/** Maximum number of commands in a report. */
const MOST = 5

/**
 * The parts of kind `process`: which commands used the CPU, by name. Each gets the share of the figures that its CPU time has in
 * the busy time of all processors. The energy of GPUs is not distributed, because CPU time does not show who used them.
 * @param job totals of what was measured; its grid, PUE and method apply to every command
 */
export function processParts(
  job: Pick<UnjudgedReport, 'energy' | 'emissions' | 'water' | 'pue' | 'intensity' | 'method'>,
  { topProcesses, utilization, durationS, machine }: Measurement,
): Part[] {
  const listedS = topProcesses.reduce((sum, { cpuS }) => sum + cpuS, 0)
  // Ticks are counted in steps of 10 ms, and per process: their sum may be slightly more than the busy time.
  const busyS = Math.max(listedS, (utilization / 100) * machine.slice.vcpus * durationS)
  if (!(listedS > 0) || job.energy.it_wh === null) return []
  const named = topProcesses.filter(({ cpuS }) => cpuS > 0).slice(0, MOST)
  const shares = named.map(({ cpuS }) => cpuS / busyS)
  const rest = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0))
  const { energy, kept } = withoutGpus(job.energy)
  const shareOfWhole = [...shares.map((share) => share * kept), 1 - kept + rest * kept]
  const emissions = spread(job.emissions, shareOfWhole)
  const waters = job.water && spread(job.water, shareOfWhole)
  const energies = spread(energy, [...shares, rest])
  return named.flatMap(({ name, cpuS }, index): Part[] => {
    const [wh, grams] = [energies[index], emissions[index]]
    if (!wh || !grams) return []
    return [
      {
        kind: 'process',
        name,
        started_at: null,
        ended_at: null,
        duration_s: cpuS,
        energy: wh,
        pue: job.pue,
        intensity: job.intensity,
        emissions: grams,
        water: waters?.[index] ?? null,
        method: job.method,
        coverage: null,
      },
    ]
  })
}

/** The energy without GPUs, and its share of the whole. */
function withoutGpus(energy: Energy): { readonly energy: Energy; readonly kept: number } {
  const { it_wh: it, gpu_wh: gpu } = energy
  const kept = it !== null && it > 0 && gpu !== null ? Math.max(0, 1 - gpu / it) : 1
  const scaled = (wh: number | null): number | null => (wh === null ? null : wh * kept)
  return {
    kept,
    energy: {
      ...energy,
      it_wh: scaled(it),
      total_wh: scaled(energy.total_wh),
      low_wh: scaled(energy.low_wh),
      high_wh: scaled(energy.high_wh),
      gpu_wh: gpu === null ? null : 0,
    },
  }
}
