import { ConfigurationError } from '../../core/errors.ts'
import { MFU, assumedMfuSpread, deviceHours, impliedMfu, trainingFlop } from '../../core/training.ts'
import { type Note, note } from '../../core/notes.ts'
import { type Range, makeRange } from '../../core/range.ts'
import { type Peak, peakOf } from '../../data/accelerators.ts'
import { splitGpuCount } from '../../data/gpu-names.ts'
import { withInstance } from './instance.ts'
import type { SetValues, Settings } from '../settings/table.ts'
import type { PhaseFields, Plan } from './plan-schema.ts'
import { countedGpu } from './plan-gpu.ts'
import { PLACE_SETTINGS, WORK_SETTINGS } from './work-settings.ts'

/** Bounds of a plausible MFU of a whole run; published runs reach 0.05 to 0.51. Above 1 the hours are impossible. */
const PLAUSIBLE_MFU = { low: 0.02, high: 0.65 } as const

/** A phase with its hours, ready to be computed like a plan of its own. */
export interface Phase {
  readonly name: string
  readonly isTraining: boolean
  /** Work, hardware and place; `hours` and `gpus` are those of the whole phase, all its runs together. */
  readonly settings: Settings
  /** Wall time, h; null where the count of GPUs is unknown. */
  readonly wallHours: number | null
  /** Factor of the hours, 1 with its range. */
  readonly spread: Range
  readonly flop: number | null
  /** How the hours were obtained, where they were not given. */
  readonly basis: string | null
  readonly notes: readonly Note[]
}

/** Where the values of a phase come from, the strongest last. */
export interface PhaseSources {
  /** Settings below the plan. */
  readonly settings: Settings
  readonly plan: Plan
  /** What was given to the step or command: it applies to every phase. */
  readonly given: SetValues
}

type Hours = Pick<Phase, 'wallHours' | 'spread' | 'basis' | 'notes'> & {
  readonly hours: number
  readonly gpus: number | undefined
}

/**
 * Works out the hours of a phase: as given, of all GPUs together, or from its computation.
 * @throws ConfigurationError that names what the phase lacks
 */
export function phaseOf(fields: PhaseFields, { settings, plan, given }: PhaseSources): Phase {
  const { kind = 'pre-training', name = kind } = fields
  const merged = withInstance(mergedWork(fields, { settings, plan, given }))
  const flop = flopOf(merged)
  const found = hoursOf(merged, flop)
  const { runs = 1 } = merged
  const { wallHours, spread, basis, notes, gpus } = found
  return {
    name,
    isTraining: kind === 'pre-training' || kind === 'fine-tuning',
    settings: { ...merged, hours: found.hours * runs, ...(gpus === undefined ? {} : { gpus }) },
    wallHours: wallHours === null ? null : wallHours * runs,
    spread,
    flop: flop === null ? null : flop * runs,
    basis,
    notes: [...notes, ...mfuNotes(merged, flop, found, name)],
  }
}

/** The settings of a place. */
type Place = Pick<PhaseFields, 'region' | 'zone' | 'intensity'>

/** A region or zone replaces the place before it with its intensity; an intensity alone keeps the region, which sets PUE and water. */
function placeAt(before: Place, { region, zone, intensity }: Place): Place {
  if (region !== undefined || zone !== undefined) return { region, zone, intensity }
  return intensity === undefined ? before : { ...before, intensity }
}

/** The values of a phase, or of the inference, after precedence. */
export function mergedWork(fields: PhaseFields, { settings, plan, given }: PhaseSources): Settings & PhaseFields {
  const levels = [pick(settings), pick(plan), withoutInheritedTime(plan, fields), pick(given)]
  const place = levels.reduce(placeAt, { region: undefined, zone: undefined, intensity: undefined })
  // Hours that are given to the step or command replace a plan's GPU hours as well.
  const replaced = given.hours === undefined ? {} : { 'gpu-hours': undefined }
  return Object.assign({}, settings, ...levels, place, replaced) as Settings & PhaseFields
}

/** Keys of a phase that a plan gives to all its phases. */
const SHARED: ReadonlySet<string> = new Set([
  ...WORK_SETTINGS,
  ...PLACE_SETTINGS,
  'gpu-hours',
  'runs',
  'parameters',
  'tokens',
  'flop',
  'mfu',
  'precision',
  'peak-tflops',
] satisfies readonly (keyof Plan & keyof PhaseFields)[])

function pick(values: object): Partial<PhaseFields> {
  const entries = Object.entries(values).filter(([key, value]) => value !== undefined && SHARED.has(key))
  return Object.fromEntries(entries) as Partial<PhaseFields>
}

/** Ways to say how much work it is: a phase that uses one of them does not inherit another from the plan. */
const AMOUNTS = ['hours', 'gpu-hours', 'tokens', 'flop'] as const

function withoutInheritedTime(plan: Plan, fields: PhaseFields): Partial<PhaseFields> {
  const own = pick(fields)
  if (!AMOUNTS.some((key) => own[key] !== undefined)) return own
  const inherited = AMOUNTS.filter((key) => plan[key] !== undefined && own[key] === undefined)
  return { ...own, ...(Object.fromEntries(inherited.map((key) => [key, undefined])) as Partial<PhaseFields>) }
}

function flopOf({ parameters, tokens, flop }: PhaseFields): number | null {
  if (flop !== undefined && tokens !== undefined) {
    throw new ConfigurationError('flop and tokens are both given: give the computation, or parameters and tokens')
  }
  if (flop !== undefined) return flop
  if (tokens === undefined) return null
  if (parameters === undefined) {
    throw new ConfigurationError(
      'parameters is missing: the computation is 6 x parameters x tokens, such as `parameters: 7 B`',
    )
  }
  return trainingFlop(parameters, tokens)
}

function hoursOf(work: Settings & PhaseFields, flop: number | null): Hours {
  const { hours, 'gpu-hours': gpuHours } = work
  const gpus = work.gpu === undefined ? work.gpus : (countedGpu(work.gpu, work.gpus).count ?? undefined)
  const exact = { spread: makeRange(1), basis: null, notes: [] }
  if (gpuHours !== undefined) {
    if (hours !== undefined) {
      throw new ConfigurationError(
        'hours and gpu-hours are both given: gpu-hours is the time of all GPUs together, so give one',
      )
    }
    return { ...exact, ...shared(gpuHours, gpus) }
  }
  if (hours !== undefined) return { ...exact, hours, gpus: work.gpus, wallHours: hours }
  if (flop === null) {
    throw new ConfigurationError(
      'hours is missing: an estimate needs `hours: 10`, `gpu-hours: 80`, or `parameters: 7 B` with `tokens: 2 T`',
    )
  }
  const peak = knownPeak(work)
  const { mfu } = work
  const total = deviceHours(flop, peak.tflops * 1e12, mfu ?? MFU.value)
  const share = `MFU ${mfu ?? `${MFU.value} (${MFU.low} to ${MFU.high}, assumed)`}`
  return {
    ...shared(total, gpus),
    spread: mfu === undefined ? assumedMfuSpread() : makeRange(1),
    basis: `${flop.toPrecision(3)} FLOP at ${peak.tflops} TFLOP/s (${peak.source}) and ${share}`,
    notes:
      mfu === undefined
        ? [note('plan-mfu-assumed', `mfu is not given: ${MFU.value} is assumed, from ${MFU.low} to ${MFU.high}`)]
        : [],
  }
}

/** Hours of all GPUs together, shared among them; without a count as if one did all of the work. */
function shared(total: number, gpus: number | undefined): Pick<Hours, 'hours' | 'gpus' | 'wallHours'> {
  if (gpus === 0) throw new ConfigurationError('gpus is "0": GPU hours need at least one GPU')
  if (gpus === undefined) return { hours: total, gpus: 1, wallHours: null }
  return { hours: total / gpus, gpus, wallHours: total / gpus }
}

/** @throws ConfigurationError */
function knownPeak(work: Settings & PhaseFields): Peak {
  const { gpu, precision = 'bf16', 'peak-tflops': given } = work
  if (given !== undefined) return { name: gpu ?? 'GPU', tflops: given, source: 'as given' }
  if (gpu === undefined) {
    throw new ConfigurationError('gpu is missing: the hours of a computation depend on it, such as `gpu: H100`')
  }
  const { name } = splitGpuCount(gpu)
  const peak = peakOf(name, precision)
  if (peak) return peak
  const other = peakOf(name, 'bf16') === null ? '' : ', or another precision (bf16, fp16)'
  throw new ConfigurationError(
    `gpu ${JSON.stringify(name)} has no known peak at ${precision}: give it as \`peak-tflops: 300\` (dense)${other}`,
  )
}

/** Checks hours that were given against the computation that was given too. */
function mfuNotes(work: Settings & PhaseFields, flop: number | null, { hours, basis }: Hours, name: string): Note[] {
  const { gpu, precision = 'bf16', 'peak-tflops': given } = work
  if (flop === null || basis !== null || gpu === undefined) return []
  const { name: model, count } = splitGpuCount(gpu)
  const tflops = given ?? peakOf(model, precision)?.tflops
  if (tflops === undefined) return []
  const total = (work['gpu-hours'] ?? hours * (count ?? work.gpus ?? 1)) || 0
  if (!(total > 0)) return []
  const mfu = impliedMfu(flop, tflops * 1e12, total)
  if (mfu > 1) {
    const least = deviceHours(flop, tflops * 1e12, 1)
    throw new ConfigurationError(
      `${total} GPU hours are too few: ${flop.toPrecision(3)} FLOP take at least ${Math.ceil(least).toLocaleString('en-US')} h of one ${model} at its whole peak (${tflops} TFLOP/s at ${precision}): check hours, gpus, parameters, tokens and precision`,
    )
  }
  if (mfu >= PLAUSIBLE_MFU.low && mfu <= PLAUSIBLE_MFU.high) return []
  const share = mfu < 0.001 ? 'less than 0.1' : (mfu * 100).toPrecision(2)
  const text = `${name}: ${total} GPU hours for ${flop.toPrecision(3)} FLOP are ${share} % of the peak of ${model}, and runs reach ${PLAUSIBLE_MFU.low * 100} to ${PLAUSIBLE_MFU.high * 100} %: check hours, parameters and tokens; the hours are used`
  return [note('plan-mfu-odd', text)]
}
