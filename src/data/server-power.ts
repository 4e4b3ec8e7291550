import { type CompleteMachine, featuresOf } from '../core/power/features.ts'
import type { MeasuredPoint, PowerModel } from '../core/power/model.ts'
import { type Architecture, architectureOf } from './architectures.ts'
import { FIT, POINTS } from './power-model.ts'

const numbers = (text: string): number[] => text.split(' ').map(Number)

/** Each CPU's generation is looked up once: many points share a CPU. */
const generations = new Map<string, Architecture | undefined>()

const generationOf = (key: string): Architecture | undefined => {
  if (!generations.has(key)) generations.set(key, architectureOf(key))
  return generations.get(key)
}

const readPoint = (line: string): MeasuredPoint => {
  const [name = '', sizes = '', weights = ''] = line.split('|')
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
  // A machine whose CPU's name says nothing has its maker only: "?intel".
  const key = name.startsWith('?') ? undefined : name
  const generation = key === undefined ? undefined : generationOf(key)
  const machine: CompleteMachine = {
    cpuKey: key,
    generation,
    make: generation?.make ?? name.slice(1),
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
