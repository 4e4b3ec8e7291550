import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import { makeRange, scaleRange } from '../../core/range.ts'
import { nearestGpus, splitGpuCount } from '../../data/gpu-names.ts'
import { findGpuShare, isSliceName } from '../../data/gpu-share.ts'
import { gpuWatts } from '../../data/gpu-watts.ts'
import { findGpu, hasUnpublishedPower, isFormAssumed, unknownWords } from '../../data/gpus.ts'
import type { Settings } from '../settings/table.ts'
import { ASSUMED_UTILIZATION } from './work-settings.ts'
import { type Component, lacking, unused } from './plan-component.ts'

/** The GPUs of a plan; null where it has none. @throws ConfigurationError */
export function gpuOf(plan: Settings, notes: Note[]): (Component & { name: string; count: number }) | null {
  if (plan.gpu === undefined) {
    if (plan.gpus !== undefined && plan.gpus > 0) throw lacking('gpu', 'A100')
    if (plan['gpu-utilization'] !== undefined) notes.push(unused('gpu-utilization', 'without a gpu'))
    if (plan['gpu-watts'] !== undefined) throw lacking('gpu', 'A100')
    return null
  }
  const { name, count: stated } = countedGpu(plan.gpu, plan.gpus)
  const count = stated ?? 1
  if (count === 0) return null
  const utilization = plan['gpu-utilization'] ?? ASSUMED_UTILIZATION.gpu
  if (plan['gpu-utilization'] === undefined && plan['gpu-watts'] === undefined) {
    notes.push(note('gpu-utilization-assumed', `gpu-utilization is not given: ${utilization} % is assumed`))
  }
  const given = plan['gpu-watts']
  const watts = given === undefined ? gpuWatts(name, utilization) : makeRange(given)
  if (watts === null || (given === undefined && !isSliceName(name) && unknownWords(name).length > 0))
    throw unknownGpu(name)
  if (given !== undefined) {
    return { watts: scaleRange(watts, count), basis: `${count} x ${name} at ${given} W as given`, name, count }
  }
  const part = findGpuShare(name)
  const found = part ? `${(100 * part.share).toFixed(0)} % of ${part.gpu.name}` : (findGpu(name)?.name ?? name)
  if (part) {
    const text = `${name} is counted as ${part.kind} of ${part.gpu.name}: ${(100 * part.share).toFixed(0)} % of its power`
    notes.push(note('gpu-shared', text))
  }
  const isAssumed = !part && isFormAssumed(name)
  if (isAssumed) {
    const text = `gpu ${JSON.stringify(name)} does not say its form: ${found} is counted. Write the form if it is another one`
    notes.push(note('gpu-form-assumed', text))
  }
  return {
    watts: scaleRange(watts, count),
    basis: `${count} x ${found} at ${utilization} %`,
    name: isAssumed ? found : name,
    count,
  }
}

/**
 * Joins the count inside a name (`8xH100`) with the setting gpus.
 * @returns a count of null where neither says one
 * @throws ConfigurationError when they differ
 */
export function countedGpu(text: string, gpus: number | undefined): { name: string; count: number | null } {
  const { name, count } = splitGpuCount(text)
  if (count !== null && gpus !== undefined && count !== gpus) {
    throw new ConfigurationError(
      `gpu ${JSON.stringify(text)} names ${count} GPUs and gpus is ${gpus}: give the count once, such as --gpu ${JSON.stringify(name)} --gpus ${count}`,
    )
  }
  return { name, count: count ?? gpus ?? null }
}

function unknownGpu(name: string): ConfigurationError {
  const quoted = JSON.stringify(name)
  if (hasUnpublishedPower(name)) {
    return new ConfigurationError(
      `gpu ${quoted} has no power that its maker published: give the power of one as watts and the count as processors, such as --watts 300 --processors 8, or its mean power as gpu-watts`,
    )
  }
  // A known name with a word too many: that board is the nearest one.
  const near = [...new Set([...nearestGpus(name), ...(findGpu(name) ? [findGpu(name)?.name] : [])])]
  return new ConfigurationError(
    `gpu ${quoted} is unknown${near.length > 0 ? `; near it are ${near.join(', ')}` : ''}: give the name of a known one, or its power as watts`,
  )
}

/** Whether the power of the GPU is that of a module with processors and memory (Jetson, GB10, MI300A), which would be counted twice. */
export function isWholeModule({ 'gpu-watts': gpuWatts }: Settings, gpu: { readonly name: string } | null): boolean {
  return gpu !== null && gpuWatts === undefined && findGpu(gpu.name)?.containsCpu === true
}

/** A note on settings of the host that have no effect beside a module. */
export function moduleNotes(plan: Settings, name: string): Note[] {
  const host = (['cpu', 'vcpus', 'utilization', 'memory-gb', 'idle-watts', 'full-watts'] as const).filter(
    (key) => plan[key] !== undefined,
  )
  if (host.length === 0) return []
  const text = `the power of ${name} contains its processors and memory: ${host.join(', ')} would count them twice and has no effect`
  return [note('gpu-contains-cpu', text)]
}
