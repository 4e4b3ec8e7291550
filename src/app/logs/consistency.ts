import type { EnergyRecord } from '../../core/energy-record.ts'
import type { Note } from '../../core/report.ts'
import { note } from '../../core/notes.ts'

/** Largest difference of emissions from energy x PUE x grid that rounding explains. */
const ROUNDING = 0.05

/**
 * Intensities of real grids, g/kWh (Ember 2024, electricityMaps 2024): hydropower and nuclear grids are above the lower one, the
 * most coal-heavy grids below the upper one.
 */
const REAL_GRIDS = { least: 10, most: 1300 } as const

/** A known fault of a tracker: it writes its emissions too high by a factor. */
interface KnownFactor {
  readonly factor: number
  readonly why: string
}

/** Known faults by the name of the format. */
const KNOWN_FACTORS: Readonly<Record<string, readonly KnownFactor[]>> = {
  // scripts/misc.sh from 82789ba (2024-06-18) to 642fb7a (2026-04-16): joules x 1e-6 instead of joules / 3.6e6.
  'eco-ci': [{ factor: 3.6, why: 'Eco-CI of 2024-06-18 to 2026-04-16 prints 3.6 times too much' }],
}

/** A record after the check, and what the check found. */
export interface CheckedRecord {
  readonly record: EnergyRecord
  readonly notes: readonly Note[]
}

/**
 * Checks emissions against energy x PUE x grid, for every format alike. Corrects the known faults of trackers, with a note, and
 * warns where the figures contradict each other or no real grid explains them.
 * @param format name of the record's format; undefined when it is not known
 */
export function checkEmissions(record: EnergyRecord, format: string | undefined): CheckedRecord {
  const { itWh, pue, emissionsG, gPerKwh } = record
  if (itWh === null || emissionsG === null) return { record, notes: [] }
  const kwh = (itWh * pue) / 1000
  if (gPerKwh !== null && gPerKwh > 0 && kwh > 0) {
    const ratio = emissionsG / (kwh * gPerKwh)
    if (Math.abs(ratio - 1) > ROUNDING) {
      const known = KNOWN_FACTORS[format ?? '']?.find(({ factor }) => Math.abs(ratio / factor - 1) <= ROUNDING)
      return known === undefined
        ? { record, notes: [contradiction(record, emissionsG, kwh, gPerKwh)] }
        : corrected(record, emissionsG, known)
    }
  }
  return { record, notes: implausibleIntensity(record, emissionsG, kwh) }
}

function corrected(record: EnergyRecord, emissionsG: number, { factor, why }: KnownFactor): CheckedRecord {
  const grams = emissionsG / factor
  const text = `${placeOf(record)}: ${emissionsG} g is ${factor} times its energy times its grid: ${why}; ${grams} g is counted`
  return { record: { ...record, emissionsG: grams }, notes: [note('log-emissions-corrected', text)] }
}

function contradiction(record: EnergyRecord, emissionsG: number, kwh: number, gPerKwh: number): Note {
  const text = `${placeOf(record)}: ${emissionsG} g is not its ${kwh} kWh times its grid of ${gPerKwh} g/kWh (${kwh * gPerKwh} g): the log contradicts itself, its own emissions are counted; give --zone or --intensity to compute them from the energy`
  return note('log-contradiction', text)
}

function implausibleIntensity(record: EnergyRecord, emissionsG: number, kwh: number): Note[] {
  const why = whyImplausible(emissionsG, kwh)
  return why === null ? [] : [note('log-grid-odd', `${placeOf(record)}: ${why}`)]
}

/**
 * Explains why the grams of an energy fit no real grid; null if they fit one.
 * @example whyImplausible(12.9e6, 4.9e6) // '12900000 g of 4900000 kWh is less than 10 g/kWh, ...'
 */
export function whyImplausible(emissionsG: number, kwh: number): string | null {
  const figures = `${short(emissionsG)} g of ${short(kwh)} kWh`
  if (emissionsG > REAL_GRIDS.most * kwh) {
    return `${figures} is more than any grid makes: one of them is in another unit or wrong`
  }
  if (emissionsG >= REAL_GRIDS.least * kwh) return null
  return `${figures} is less than ${REAL_GRIDS.least} g/kWh, as hardly any grid: one of them is in another unit or wrong, or the power was bought as green`
}

/** Without the digits that a sum of binary fractions adds. */
function short(value: number): number {
  return Number(value.toPrecision(12))
}

function placeOf({ file, line }: EnergyRecord): string {
  return line === null ? file : `${file}:${line}`
}
