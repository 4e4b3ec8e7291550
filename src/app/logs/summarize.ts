import type { Units } from '../../core/budget.ts'
import { MeasurementError } from '../../core/errors.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import type { Note, Part, Report } from '../../core/report.ts'
import { sumOrNull } from '../../core/sum-or-null.ts'
import { cappedParts } from '../../core/totals.ts'
import { uniqueNotes } from '../../core/unique-notes.ts'
import { note } from '../../trackers/record.ts'
import type { LogFormat, Refusal } from '../../trackers/tracker.ts'
import { joinedRecords } from './deduplicate.ts'
import { withoutCopies } from './log-copies.ts'
import { type Recosting, recordPart } from './record-to-part.ts'
import { doubtfulSums } from './duplicate-warnings.ts'

/** What the user says about the figures. */
export interface FigureOptions extends Recosting {
  /** Count of the functional unit that the user gave. */
  readonly units: Units | null
  readonly onMeasurementError: 'fail' | 'warn'
}

/** What logs say, ready to be summed up and judged. */
export interface LogFigures {
  /** At most 1,000, the rest merged into one. */
  readonly parts: readonly Part[]
  /** How many runs the parts stand for. */
  readonly runs: number
  /** Of all of them, s; null unless every run has it. */
  readonly durationS: number | null
  readonly notes: readonly Note[]
  /** False when rows had to be refused, or a monthly report is among the logs: then nothing passes. */
  readonly trusted: boolean
  readonly units: Units | null
  /** Water by the logs' own reckoning, L; null unless every run has it. */
  readonly waterL: number | null
  readonly basis: Report['basis']
}

/**
 * Sums up what was read.
 * @param files those of no known format, and the format of each of the others @throws MeasurementError when there is neither energy nor emissions in it
 */
export function logFigures(
  all: readonly EnergyRecord[],
  readRefusals: readonly Refusal[],
  { unknown, formats }: { readonly unknown: readonly string[]; readonly formats: ReadonlyMap<string, LogFormat> },
  options: FigureOptions,
): LogFigures {
  const originals = withoutCopies(all, formats)
  const joined = joinedRecords(originals.records)
  const refusals = [...readRefusals, ...originals.refusals, ...joined.refusals]
  const refused = rowsOf(refusals)
  const counts = joined.records.filter(isCount)
  const energies = joined.records.filter((each) => !isCount(each))
  if (energies.length === 0) {
    const [first] = refusals
    const why = first
      ? placed(first)
      : 'the logs count units and hold neither energy nor emissions: give a power log beside them'
    throw new MeasurementError(why + (refused > 1 ? ` (and ${refused - 1} more)` : ''), first?.file ?? null)
  }
  const notes: Note[] = refusals.map((refusal) =>
    note(
      'log-row-refused',
      options.onMeasurementError === 'fail' ? 'error' : 'warning',
      `${placed(refusal)}: not counted`,
    ),
  )
  if (refused > MANY) {
    const text = `${refused} rows or files of the logs cannot be trusted and are not counted`
    notes.unshift(note('log-rows-refused', options.onMeasurementError === 'fail' ? 'error' : 'warning', text))
  }
  if (unknown.length > 0) {
    notes.push(
      note(
        'log-not-known',
        'info',
        `${unknown.length} files are of no known format and left out: ${unknown.slice(0, 5).join(', ')}`,
      ),
    )
  }
  notes.push(...doubtfulSums(energies, formats))
  const parts: Part[] = []
  for (const each of energies) {
    const { part, notes: more } = recordPart(each, options)
    parts.push(part)
    notes.push(...more)
  }
  // Emissions without energy stand as they are, whatever was asked for.
  const used: Recosting = energies.some(({ itWh }) => itWh !== null) ? options : { pue: null, grid: null }
  const counted = unitsOf(options.units, counts, energies)
  const monthly = energies.some(({ month }) => month !== null)
  return {
    parts: cappedParts(parts),
    runs: energies.reduce((sum, { runs }) => sum + runs, 0),
    durationS: durationOf(energies, formats),
    notes: cappedNotes(uniqueNotes([...notes, ...counted.notes, basisNote(energies, used)])),
    trusted: !monthly && (refusals.length === 0 || options.onMeasurementError === 'warn'),
    units: counted.units,
    waterL: sumOrNull(energies.map(({ waterL }) => waterL)),
    basis: basisOf(energies, used),
  }
}

/** Runs one after the other; devices of one file side by side. */
function durationOf(energies: readonly EnergyRecord[], formats: ReadonlyMap<string, LogFormat>): number | null {
  const longest = new Map<string, number>()
  const times = energies.map(({ file, durationS }) => {
    if (durationS === null || !formats.get(file)?.simultaneous) return durationS
    const before = longest.get(file) ?? 0
    longest.set(file, Math.max(before, durationS))
    return Math.max(0, durationS - before)
  })
  return sumOrNull(times)
}

/** From here on a person wants to know how many before which. */
const MANY = 3

/** How many rows or files were refused: one refusal may stand for many. */
function rowsOf(refusals: readonly Refusal[]): number {
  return refusals.reduce((sum, { rows }) => sum + (rows ?? 1), 0)
}

function isCount({ units, itWh, emissionsG, embodiedG }: EnergyRecord): boolean {
  return units !== null && itWh === null && emissionsG === null && embodiedG === null
}

function placed({ file, line, reason }: Refusal): string {
  if (line !== null) return `${file}:${line}: ${reason}`
  return reason.startsWith(`log ${file} `) ? reason : `${file}: ${reason}`
}

/** Most notes of one kind. */
const MAX_NOTES = 20

/** A log with the same trouble in a thousand files says so once in a while. */
function cappedNotes(notes: readonly Note[]): Note[] {
  const counts = new Map<string, number>()
  for (const { code } of notes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const given = new Map<string, number>()
  return notes.flatMap((each) => {
    const before = given.get(each.code) ?? 0
    given.set(each.code, before + 1)
    if (before < MAX_NOTES) return [each]
    return before === MAX_NOTES
      ? [{ ...each, text: `and ${(counts.get(each.code) ?? 0) - MAX_NOTES} more of the same kind` }]
      : []
  })
}

/** The user's count, else that of the files beside, else that of the logs themselves when all count the same thing. */
function unitsOf(
  given: Units | null,
  counts: readonly EnergyRecord[],
  energies: readonly EnergyRecord[],
): { units: Units | null; notes: readonly Note[] } {
  const counted = counts.length > 0 ? counts : energies.every(({ units }) => units !== null) ? energies : []
  const notes = counts.flatMap((each) => each.notes)
  if (given !== null) return { units: given, notes }
  if (counts.length > 1) {
    // A benchmark's own output and a count of it by hand may be the same again.
    const isOneTool = new Set(counts.map((each) => each.name)).size === 1
    const files = counts.slice(0, 5).map((each) => each.file)
    const text = `the counts of ${counts.length} files are added up: ${files.join(', ')}`
    notes.push(note('log-counts', isOneTool ? 'info' : 'warning', text))
  }
  const names = new Set(counted.map(({ units }) => units?.name))
  const [name] = names
  if (name === undefined) return { units: null, notes }
  if (names.size > 1) {
    return {
      units: null,
      notes: [
        ...notes,
        note('log-units-differ', 'warning', `the logs count different things (${[...names].join(', ')}): set units`),
      ],
    }
  }
  return { units: { name, count: counted.reduce((sum, { units }) => sum + (units?.count ?? 0), 0) }, notes }
}

/** Whose figures were used: always told. */
function basisNote(energies: readonly EnergyRecord[], { pue, grid }: Recosting): Note {
  const ours = [
    ...(grid ? [`grid ${grid.gPerKwh.value} g/kWh (${grid.source})`] : []),
    ...(pue ? [`PUE ${pue.pue.value} (${pue.source})`] : []),
  ]
  if (ours.length === 0) return note('log-own-figures', 'info', "energy, PUE and emissions are the logs' own")
  const kept = grid && pue ? 'the energy' : grid ? 'energy and PUE' : 'energy and grid'
  const held = energies.some((each) => each.pue !== 1) && pue ? '; a PUE inside the energy was divided out first' : ''
  return note('log-recosted', 'info', `re-costed with ${ours.join(' and ')}; ${kept} of the logs kept${held}`)
}

function basisOf(energies: readonly EnergyRecord[], { pue, grid }: Recosting): Report['basis'] {
  const methods = [...new Set(energies.map(({ method }) => method))]
  const embodied = energies.some(({ embodiedG }) => embodiedG !== null)
  return {
    power: `${energies.length} runs of tracker logs (${methods.join(', ')})${grid ? '; grid as given' : "; the logs' own grid"}`,
    pue: pue ? pue.source : "the logs' own",
    embodied: embodied ? "the logs' own" : null,
    not_counted: embodied ? [] : ['hardware (the logs have none)'],
  }
}
