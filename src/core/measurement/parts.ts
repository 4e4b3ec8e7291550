import { type Range, makeRange } from '../range.ts'

/** Energy of one stretch according to meters, J; null is not metered. */
export interface MeteredJoules {
  /** The whole machine. */
  readonly whole: number | null
  /** The processors' packages. */
  readonly package: number | null
  readonly memory: number | null
}

/** Energy of one stretch by component, J. cpu + memory + other = total. */
export interface Parts {
  readonly total: Range
  readonly cpu: number
  readonly memory: number
  readonly other: number
}

/**
 * Power of a server other than processors and memory, as a share of these: storage 2 %, network 5 %, others 4 % of peak power
 * against 61 % for processors and 18 % for memory (Barroso, Hölzle, Ranganathan: The Datacenter as a Computer, 3rd edition, 2018,
 * servers of 2017), then the power supply: (79 + 11) / 79 / (1 - SUPPLY_LOSS) = 1.21. A machine with little in it may have 5 %;
 * fans, disks and an old supply may make it 60 %.
 */
export const REST_SHARE: Range = { value: 0.21, low: 0.05, high: 0.6 }

/** RAPL against measured power: within a few percent on processors since Haswell (Khan et al.: RAPL in Action, TOMPECS 3(2), 2018). */
const METER_ERROR = 0.05

/** A modelled memory is right to half. */
const MEMORY_ERROR = 0.5

/**
 * Loss of the power supply, as a share of the power at the wall (80 PLUS: Platinum 94 % at half load, 85 % at the least). Meters of
 * the whole machine are behind it: psys measures the power into the board, and a battery was charged through a supply. A board that
 * reports the input of its supply has no further loss.
 */
const SUPPLY_LOSS: Range = { value: 0.06, low: 0, high: 0.15 }

/**
 * Loss of the power supply for energy that was metered behind it.
 * @param amount energy in any unit; the loss has the same
 * @example supplyLoss(94).value // 6
 */
export function supplyLoss(amount: number): Range {
  const lossOf = (share: number): number => (amount * share) / (1 - share)
  return makeRange(lossOf(SUPPLY_LOSS.value), lossOf(SUPPLY_LOSS.low), lossOf(SUPPLY_LOSS.high))
}

/**
 * Joins meters and model for one stretch. A measured figure replaces the model for the part that it covers, and nothing is counted
 * twice.
 * @param modelled energy of the slice at the wall by the model, memory included, J
 * @param memory part of it for the memory, J
 * @param isGuessed whether a meter wrapped around unseen, so that its reading is only the value nearest to the model: its range
 * then includes the model's
 */
export function partsOf(modelled: Range, memory: number, metered: MeteredJoules, isGuessed = false): Parts {
  const parts = joined(modelled, memory, metered)
  const { value, low, high } = parts.total
  if (!isGuessed) return parts
  return { ...parts, total: makeRange(value, Math.min(low, modelled.low), Math.max(high, modelled.high)) }
}

function joined(modelled: Range, memory: number, metered: MeteredJoules): Parts {
  if (metered.whole !== null) return ofWhole(metered.whole, memory, metered)
  if (metered.package !== null) return ofPackage(metered.package, memory, metered)
  const memoryShare = Math.min(memory, modelled.value / 2)
  return { total: modelled, cpu: modelled.value - memoryShare, memory: memoryShare, other: 0 }
}

function ofWhole(whole: number, modelledMemory: number, metered: MeteredJoules): Parts {
  const memory = Math.min(metered.memory ?? modelledMemory, whole / 2)
  const cpu = Math.min(metered.package ?? whole - memory, whole - memory)
  const total = makeRange(
    whole / (1 - SUPPLY_LOSS.value),
    (whole * (1 - METER_ERROR)) / (1 - SUPPLY_LOSS.low),
    (whole * (1 + METER_ERROR)) / (1 - SUPPLY_LOSS.high),
  )
  return { total, cpu, memory, other: Math.max(0, total.value - cpu - memory) }
}

function ofPackage(cpu: number, modelledMemory: number, metered: MeteredJoules): Parts {
  const memory = metered.memory ?? modelledMemory
  const memoryError = metered.memory === null ? MEMORY_ERROR : METER_ERROR
  const low = cpu * (1 - METER_ERROR) + memory * (1 - memoryError)
  const high = cpu * (1 + METER_ERROR) + memory * (1 + memoryError)
  const other = (cpu + memory) * REST_SHARE.value
  const total = makeRange(cpu + memory + other, low * (1 + REST_SHARE.low), high * (1 + REST_SHARE.high))
  return { total, cpu, memory, other }
}
