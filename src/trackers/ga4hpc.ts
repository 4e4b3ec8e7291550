import { MeasurementError } from '../core/errors.ts'
import { checkedPue } from '../core/formula.ts'
import { parseNumber } from '../core/quantity.ts'
import { type EnergyUnit, GRAMS_PER, JOULES_PER } from '../core/units.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { note } from '../core/notes.ts'
import type { Log } from './log.ts'
import { readTextLog } from './log-reading.ts'
import type { LogFormat } from './tracker.ts'

/** GA4HPC (github.com/GreenAlgorithms/GreenAlgorithms4HPC): what it prints on a terminal. */
export const ga4hpc: LogFormat = {
  name: 'ga4hpc',
  title: 'GreenAlgorithms4HPC terminal output',
  figures: 'kWh and kg as printed (rounded); the overheads of the data centre are the PUE; estimated',
  detect: (head) =>
    /\bgCO2e|kgCO2e|\d T?CO2e/.test(head) && /^[ \t]*Energy used:/m.test(head) && /^[ \t]*-[ \t]*CPUs:/m.test(head),
  // Colours of the terminal carry no meaning.
  // eslint-disable-next-line no-control-regex
  read: (source) => readTextLog(source, (text, log) => [printed(text.replace(/\u001b\[[0-9;]*m/g, ''), log)]),
}

const ENERGY_USED = 'Energy used:'

/** Share by which rounding to two decimals may add up. */
const ROUNDED = 0.05

function printed(text: string, log: Log): EnergyRecord {
  const line = (label: string): number | null => {
    const match = new RegExp(`^[ \\t]*(?:-[ \\t]*)?${label}:[ \\t]*([\\d.,]+)[ \\t]*(\\w+)`, 'm').exec(text)
    return match ? wattHours(label, match[1] ?? '', match[2] ?? '') : null
  }
  if (text.indexOf(ENERGY_USED) !== text.lastIndexOf(ENERGY_USED))
    throw new MeasurementError(
      'it contains several reports, which may be of the same jobs: give each as a file of its own',
    )
  const totalWh = line('Energy used')
  if (totalWh === null) throw new MeasurementError('it contains no line of the energy used')
  const overheads = line('Data centre overheads') ?? 0
  if (overheads > totalWh) throw new MeasurementError('the overheads are more than the whole')
  const parts = { cpuWh: line('CPUs'), gpuWh: line('GPUs'), memoryWh: line('Memory') }
  const partsWh = (parts.cpuWh ?? 0) + (parts.gpuWh ?? 0) + (parts.memoryWh ?? 0) + overheads
  if (partsWh > totalWh * (1 + ROUNDED)) throw new MeasurementError('its parts are more than the energy used')
  const pue = totalWh > 0 ? checkedPue(totalWh / (totalWh - overheads)) : 1
  const box = /\|\s*([\d.,]+)\s*(m|k|T|t)?g?CO2e\s*\|/.exec(text)
  if (box === null && /\|[^|\n]*CO2e[^|\n]*\|/.test(text))
    throw new MeasurementError('the emissions in the box cannot be read')
  const intensity = /Carbon intensity used[^:\n]{0,100}:[ \t]*([\d.,]+)\s*gCO2e\/kWh/.exec(text)
  const gPerKwh = intensity ? grouped('carbon intensity', intensity[1] ?? '') : null
  return log.record({
    name: 'GreenAlgorithms4HPC',
    itWh: totalWh - overheads,
    ...parts,
    pue,
    emissionsG: box ? printedGrams(grouped('emissions', box[1] ?? ''), box[2], totalWh / 1000, gPerKwh) : null,
    gPerKwh,
    method: 'estimated',
    line: 1,
    notes: [note('log-rounded', 'the figures are those of a printed report, rounded')],
  })
}

/** Grid intensities that exist, g/kWh: its first versions do not print theirs. */
const POSSIBLE_GRID = { least: 1, most: 2000 } as const

/**
 * Grams of the box. It divides a ton and more by 1,000 only and calls them tons (frontend/helpers.py): its energy and grid show which it is.
 * @param grid g/kWh; null if it is not printed
 */
function printedGrams(value: number, prefix: string | undefined, kwh: number, grid: number | null): number {
  const written = value * grams(prefix)
  if (prefix !== 'T' && prefix !== 't') return written
  const isPossible = (each: number): boolean =>
    grid === null
      ? each >= kwh * POSSIBLE_GRID.least && each <= kwh * POSSIBLE_GRID.most
      : Math.abs(each - kwh * grid) <= 0.05 * kwh * grid
  const [fits, other] = [value * GRAMS_PER.kg, written].filter(isPossible)
  if (fits === undefined || other !== undefined) throw new MeasurementError('its emissions may be tons or kilograms')
  return fits
}

function grams(prefix: string | undefined): number {
  if (prefix === 'k') return GRAMS_PER.kg
  if (prefix === 'm') return GRAMS_PER.mg
  return prefix === undefined ? 1 : GRAMS_PER.t
}

function wattHours(what: string, number: string, unit: string): number {
  if (!Object.hasOwn(JOULES_PER, unit))
    throw new MeasurementError(`the unit ${JSON.stringify(unit)} of ${what} is not known`)
  return (grouped(what, number) * JOULES_PER[unit as EnergyUnit]) / JOULES_PER.Wh
}

/** A printed number, with commas between groups of three digits only. */
function grouped(what: string, text: string): number {
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  const value = parseNumber(plain)
  if (value === null) throw new MeasurementError(`${what} is ${JSON.stringify(text)}, which is not a number`)
  return value
}
