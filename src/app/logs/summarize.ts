import { coverageShortfall } from '../../core/text.ts'
import type { Units } from '../../core/functional-unit.ts'
import { MeasurementError } from '../../core/errors.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { type Note, note, uniqueNotes } from '../../core/notes.ts'
import type { Part, Report } from '../../core/report.ts'
import { cappedParts } from '../../core/totals.ts'
import type { Doubt } from '../../core/verdict.ts'
import type { LogFormat, Refusal } from '../../trackers/tracker.ts'
import { checkEmissions } from './consistency.ts'
import { joinedRecords } from './deduplicate.ts'
import { doubtfulSums } from './duplicate-warnings.ts'
import { durationOf } from './duration.ts'
import type { UserFactor } from './factors-file.ts'
import { basisNote, basisOf, placeNotes } from './log-basis.ts'
import { withoutCopies } from './log-copies.ts'
import { type LogUnits, isCount, unitsOf } from './log-units.ts'
import { checkMissingEnergy } from './missing-energy.ts'
import type { ReadFiles } from './read-file.ts'
import { type Recosting, coverageOf, recordPart } from './record-to-part.ts'
import { withoutSameLogs } from './same-logs.ts'
import { unknownFilesNote } from './unknown-files.ts'
import { withUsageEnergy } from './usage-energy.ts'

/** What was read of the logs. */
export interface LogContents {
  readonly records: readonly EnergyRecord[]
  readonly refusals: readonly Refusal[]
  /** What became of files that CodeCarbon set aside, and of logs without a record. */
  readonly notes: readonly Note[]
  /** Files of no known format. */
  readonly unknown: readonly string[]
  readonly files: ReadFiles
}

/** What the user says about the figures. */
export interface FigureOptions extends Recosting {
  /** Count of the functional unit that the user gave. */
  readonly units: Units | null
  readonly onMeasurementError: 'fail' | 'warn'
  /** The user's own energy of language models, most specific first. */
  readonly factors: readonly UserFactor[]
  /** Smallest share of its time that the samples of each log must cover, 0 to 1. */
  readonly minCoverage: number
}

/** What logs say, ready to be summed up and judged. */
export interface LogFigures extends LogUnits {
  /** At most 1,000, the rest merged into one. */
  readonly parts: readonly Part[]
  /** How many runs the parts represent. */
  readonly runs: number
  /** Of all of them, s; null unless every run has it. */
  readonly durationS: number | null
  /** Why the verdict is never a pass: a monthly export, refused rows, low coverage, or known gaps in the energy. */
  readonly doubt: Doubt | null
  readonly basis: Report['basis']
}

/** Sums up what was read. @throws MeasurementError when there is neither energy nor emissions in it */
export function logFigures(contents: LogContents, options: FigureOptions): LogFigures {
  const { files, unknown } = contents
  const originals = withoutCopies(withoutSameLogs(contents.records, files), files)
  const joined = joinedRecords(withUsageEnergy(originals.records, options.factors))
  const refusals = [...contents.refusals, ...originals.refusals, ...joined.refusals]
  const { records: energies, isIncomplete } = checkMissingEnergy(
    joined.records.filter((record) => !isCount(record)),
    options,
  )
  if (energies.length === 0) throw withoutEnergy(refusals)
  const level = options.onMeasurementError === 'fail' ? 'error' : 'warning'
  const uncovered = coverageNotes(energies, options.minCoverage, level)
  const costed = energies.map((record) => costedPart(record, files.get(record.file)?.format, options))
  const counted = unitsOf(joined.records, options.units)
  // Emissions without energy are kept as logged, for any setting.
  const used: Recosting = energies.some(({ itWh }) => itWh !== null) ? options : { pue: null, grid: null }
  const notes = [
    ...refusalNotes(refusals, level),
    ...(unknown.length > 0 ? [unknownFilesNote(unknown)] : []),
    ...contents.notes,
    ...doubtfulSums(energies, files),
    ...uncovered,
    ...costed.flatMap((part) => part.notes),
    ...counted.notes,
    basisNote(energies, used),
    ...placeNotes(energies, used),
  ]
  const isMonthly = energies.some(({ month }) => month !== null)
  const gap =
    refusals.length > 0
      ? 'rows-refused'
      : uncovered.length > 0
        ? 'low-coverage'
        : isIncomplete
          ? 'energy-missing'
          : null
  return {
    ...counted,
    parts: cappedParts(costed.map(({ part }) => part)),
    runs: energies.reduce((sum, { runs }) => sum + runs, 0),
    durationS: durationOf(energies, files),
    notes: cappedNotes(uniqueNotes(notes)),
    doubt: isMonthly ? 'monthly-export' : level === 'error' ? gap : null,
    basis: basisOf(energies, used),
  }
}

/** Energy by the figures of the log or of the user, and what is noteworthy about them. */
function costedPart(
  record: EnergyRecord,
  format: LogFormat | undefined,
  options: Recosting,
): { readonly part: Part; readonly notes: readonly Note[] } {
  const checked = options.grid === null ? checkEmissions(record, format?.name) : { record, notes: [] }
  const { part, notes } = recordPart(checked.record, options)
  return { part, notes: [...checked.notes, ...notes] }
}

/** Why none of its rows counts. */
function withoutEnergy(refusals: readonly Refusal[]): MeasurementError {
  const [first] = refusals
  if (first === undefined) {
    return new MeasurementError(
      'the logs count units and have neither energy nor emissions: give a power log beside them',
    )
  }
  const others = rowsOf(refusals) - 1
  return new MeasurementError(placed(first) + (others > 0 ? ` (and ${others} more)` : ''), first.file)
}

/** One note for each refusal. */
function refusalNotes(refusals: readonly Refusal[], level: 'error' | 'warning'): Note[] {
  const advice = level === 'error' ? ' (set on-measurement-error to warn to accept the rest)' : ''
  const refused = rowsOf(refusals)
  const text = `${refused} rows or files of the logs cannot be trusted and are not counted`
  return [
    ...(refused > MANY ? [note('log-rows-refused', text, level)] : []),
    ...refusals.map((refusal, index) =>
      note('log-row-refused', `${placed(refusal)}: not counted${index === 0 ? advice : ''}`, level),
    ),
  ]
}

/** One note for each log whose samples leave too much of its time uncovered. */
function coverageNotes(records: readonly EnergyRecord[], minCoverage: number, level: 'error' | 'warning'): Note[] {
  return records.flatMap((record) => {
    const coverage = coverageOf(record)
    if (coverage === null || coverage >= minCoverage) return []
    const [covered, needed] = coverageShortfall(coverage, minCoverage)
    const text = `${record.file}: the samples of ${record.name} cover ${covered} of its time, at least ${needed} is needed: energy is missing; lower min-coverage to accept it`
    return [note('log-coverage', text, level)]
  })
}

/** Number of refusals above which a note with their count comes first. */
const MANY = 3

/** How many rows or files were refused: one refusal may represent many. */
function rowsOf(refusals: readonly Refusal[]): number {
  return refusals.reduce((sum, { rows }) => sum + (rows ?? 1), 0)
}

function placed({ file, line, reason }: Refusal): string {
  if (line !== null) return `${file}:${line}: ${reason}`
  return reason.startsWith(`log ${file} `) ? reason : `${file}: ${reason}`
}

/** Most notes of one kind. */
const MAX_NOTES = 20

/** Limits repeated warnings: thousands of files may have the same problem. */
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
