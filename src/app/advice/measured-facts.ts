import type { AdviceFacts } from '../../core/advice-facts.ts'
import { curveWatts } from '../power/machine-power.ts'
import type { GpuUse, Measurement, TimelinePoint } from '../measure/measurement.ts'

/** Below this a machine waits: a shell that polls, the runner's own housekeeping, %. */
const IDLE_UTILIZATION = 5

const HOUR_MS = 3_600_000

/** Facts for advice that a report does not contain. */
export function measuredFacts(
  measurement: Measurement,
  env: Readonly<Record<string, string | undefined>>,
): Partial<AdviceFacts> {
  const { timeline, machine, power, gpus } = measurement
  const x64 = machine.arch === 'x64'
  return {
    idle: idleOf(timeline),
    gpu: gpuOf(gpus, measurement.durationS),
    ...(power && {
      cpu: {
        vcpus: machine.slice.vcpus,
        p95: percentile(timeline, 0.95),
        memoryPeak: measurement.memoryPeak,
        idleWh: (curveWatts(power.curve, 0).value * measurement.durationS) / 3600,
        architecture: x64 ? ('x64' as const) : ('arm64' as const),
      },
    }),
    armAvailable:
      x64 && gpus.length === 0 && env['RUNNER_ENVIRONMENT'] === 'github-hosted' && env['RUNNER_OS'] === 'Linux',
  }
}

function idleOf(timeline: readonly TimelinePoint[]): AdviceFacts['idle'] {
  const total = timeline.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  if (total <= 0) return undefined
  const idle = timeline.filter(({ utilization }) => utilization < IDLE_UTILIZATION)
  const ms = idle.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  const wh = idle.reduce((sum, { startMs, endMs, watts }) => sum + (watts * (endMs - startMs)) / HOUR_MS, 0)
  return { share: ms / total, wh }
}

/** The card that drew the most. */
function gpuOf(gpus: readonly GpuUse[], durationS: number): AdviceFacts['gpu'] {
  const [card] = [...gpus].sort((a, b) => b.wh - a.wh)
  if (!card || card.meanUtilization === null) return undefined
  const idleWh = ((card.idleWatts ?? 0) * (card.idleShare ?? 0) * durationS) / 3600
  return { name: card.name, utilization: card.meanUtilization, wh: card.wh, idleWh }
}

/** Utilisation that a share of the time does not exceed, %. */
function percentile(timeline: readonly TimelinePoint[], share: number): number {
  const sorted = [...timeline].sort((a, b) => a.utilization - b.utilization)
  const total = sorted.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  let seen = 0
  for (const { startMs, endMs, utilization } of sorted) {
    seen += endMs - startMs
    if (seen >= share * total) return utilization
  }
  return 0
}
