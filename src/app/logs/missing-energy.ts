import type { EnergyRecord } from '../../core/energy-record.ts'
import { type Note, type NoteCode, hasCode, note } from '../../core/notes.ts'
import { sumOrNull } from '../../core/quantity.ts'
import type { Recosting } from './record-to-part.ts'

/** Notes of readers that say that energy is not in the figure. */
const MISSING_ENERGY: readonly NoteCode[] = [
  'log-cpu-zero',
  'log-gpu-zero',
  'log-gpu-silent',
  'log-counter-restart',
  'log-energy-missing',
  'log-meter-silent',
  'log-torn',
  'log-no-line-end',
  'log-run-shrinks',
  'log-same-time',
  'log-usage-differs',
  'log-usage-unfinished',
  'log-usage-unread',
]

/** Longest time over which a meter may count 0 Wh by its rounding, s. */
const LONGEST_ZERO_S = 1

/** Less mean power than a meter of any computer shows, W: Apple silicon at rest shows some 20 mW. What is below is of another unit. */
const LEAST_W = 0.001

/** Less than the annual mean of any grid, g/kWh (hydropower: 20 to 30): grams below it are kilograms, or 1,000 times too small. */
const LEAST_G_PER_KWH = 1

/** Energy whose emissions no tracker rounds to 0, Wh: 5 mg on the cleanest grids. */
const LEAST_EMITTING_WH = 0.5

/** Records that say what is missing from them. */
export interface CheckedRecords {
  readonly records: readonly EnergyRecord[]
  /** Whether energy is known to be missing from one of them. */
  readonly isIncomplete: boolean
}

/** Adds one warning to each file whose energy is known to be incomplete. A warning of the file's reader is kept. */
export function checkMissingEnergy(
  records: readonly EnergyRecord[],
  { onMeasurementError, grid }: Pick<Recosting, 'grid'> & { readonly onMeasurementError: 'fail' | 'warn' },
): CheckedRecords {
  const warnings = new Map<string, Note>()
  const all = sumOrNull(records.map(({ itWh, emissionsG, embodiedG }) => itWh ?? emissionsG ?? embodiedG))
  const checked = records.map((record): EnergyRecord => {
    const { file, notes } = record
    const withoutEmissions = grid === null ? missingEmissions(record) : null
    const warning = missingPart(record) ?? withoutEmissions ?? (all === 0 ? missing('all of its figures are 0') : null)
    if (warning === null) return record
    const others = notes.filter(({ code, text }) => code !== warning.code || text !== warning.text)
    if (warnings.has(file)) return { ...record, notes: others }
    warnings.set(file, warning)
    const placed = warning.text.includes(file) ? warning.text : `${file}: ${warning.text}`
    const advice =
      onMeasurementError === 'fail'
        ? '; no budget passes on this figure (set on-measurement-error to warn to accept it)'
        : ''
    return { ...record, notes: [{ ...warning, text: `${placed}${advice}` }, ...others] }
  })
  return { records: checked, isIncomplete: warnings.size > 0 }
}

/** Emissions that are too small for every grid, and emissions of 0 that the log's own grid does not explain. */
function missingEmissions({ name, itWh, pue, emissionsG, gPerKwh }: EnergyRecord): Note | null {
  if (emissionsG === null || itWh === null) return null
  const isMissing =
    emissionsG === 0
      ? gPerKwh === null && itWh >= LEAST_EMITTING_WH
      : emissionsG < (LEAST_G_PER_KWH * itWh * pue) / 1000
  if (!isMissing) return null
  const text = `emissions are missing: ${name} has ${itWh} Wh and ${emissionsG} g, less than ${LEAST_G_PER_KWH} g/kWh; give --zone or --intensity to calculate them`
  return note('log-energy-missing', text)
}

function missing(reason: string): Note {
  return note('log-energy-missing', `energy is missing: ${reason}`)
}

function missingPart(record: EnergyRecord): Note | null {
  const { notes, name, method, itWh, cpuWh, durationS, coveredS, machine, wholeMachine } = record
  const known = notes.find((known) => hasCode(known, ...MISSING_ENERGY))
  if (known) return known
  if (durationS !== null && durationS <= LONGEST_ZERO_S) return null
  // A meter and a model of a running device never stand still; a plan may say 0.
  if (itWh === 0 && method !== 'estimated') return missing(`${name} has 0 Wh`)
  // Time without samples may have had power: the coverage judges it.
  const meteredS = coveredS ?? durationS
  // A model without a named machine may be of a share of one: of a process, of a function.
  const isMachine = method === 'measured' || machine !== null || wholeMachine !== null
  if (isMachine && itWh !== null && itWh > 0 && meteredS !== null) {
    const watts = itWh / (meteredS / 3600)
    if (watts < LEAST_W)
      return missing(
        `the mean power of ${name} is ${Number(watts.toPrecision(3))} W, less than any computer draws: its unit may be wrong`,
      )
  }
  // The CPU of a host with several trackers is in the record of another one.
  const isCountedElsewhere = notes.some((other) => hasCode(other, 'log-same-machine-gpus'))
  return cpuWh === 0 && !isCountedElsewhere ? missing(`the CPU of ${name} has 0 Wh`) : null
}
