import { featuresOf } from '../core/power/features.ts'
import type { CompleteMachine } from '../core/power/features.ts'
import type { MeasuredPoint, PowerModel } from '../core/power/model.ts'
import { architectureOf } from './architectures.ts'
import { FIT, POINTS } from './power-model.ts'

const numbers = (text: string): number[] => text.split(' ').map(Number)

const readPoint = (line: string): MeasuredPoint => {
  const [key = '', sizes = '', weights = ''] = line.split('|')
  const [
    sockets = 1,
    coresPerSocket = 1,
    threadsPerCore = 1,
    tdpWatts = 1,
    mhz = 1,
    memoryGb = 1,
    year = 0,
    servers = 1,
  ] = numbers(sizes)
  const generation = key === '' ? undefined : architectureOf(key)
  const machine: CompleteMachine = {
    cpuKey: key === '' ? undefined : key,
    generation,
    make: generation?.make ?? '',
    sockets,
    coresPerSocket,
    threadsPerCore,
    tdpWatts,
    mhz,
    memoryGb,
    year,
  }
  return { machine, features: featuresOf(machine), servers, weights: numbers(weights) }
}

let model: PowerModel | undefined

/** The fitted model of the wall power of servers, read when first asked for. */
export const serverPowerModel = (): PowerModel =>
  (model ??= { ...FIT, points: POINTS.trim().split('\n').map(readPoint) })
