import type { UnjudgedReport } from '../../core/unjudged.ts'
import type { Energy, Part } from '../../core/report.ts'
import type { Measurement } from './measurement.ts'
import { spread } from './spread-steps.ts'

/** Commands that a report names: the rest of the CPU's time is many small ones. */
const MOST = 5

/**
 * The parts of kind `process`: which commands used the CPU, by name. Each is charged the share of the figures that its CPU time has
 * in the busy time of all processors; what GPUs drew is nobody's, CPU time says nothing of it.
 * @param job totals of what was measured; its grid, PUE and method hold for every command
 */
export function processParts(
  job: Pick<UnjudgedReport, 'energy' | 'emissions' | 'water' | 'pue' | 'intensity' | 'method'>,
  { topProcesses, utilization, durationS, machine }: Measurement,
): Part[] {
  const told = topProcesses.reduce((sum, { cpuS }) => sum + cpuS, 0)
  // Ticks are counted in steps of 10 ms, and per process: what they sum to may be a little more than what was busy.
  const busyS = Math.max(told, (utilization / 100) * machine.slice.vcpus * durationS)
  if (!(told > 0) || job.energy.it_wh === null) return []
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

/** The energy that CPU time can stand for, and which share of the whole that is. */
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
