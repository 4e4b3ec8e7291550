import { type Units, plural } from '../../core/functional-unit.ts'
import { MeasurementError } from '../../core/errors.ts'
import { OMITTED_HARDWARE } from '../../core/embodied.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import type { Note, Part, Report } from '../../core/report.ts'
import type { Doubt } from '../../core/verdict.ts'
import { cappedParts } from '../../core/totals.ts'
import { note, uniqueNotes } from '../../core/notes.ts'
import { printable } from '../../core/text.ts'
import type { LogFormat, Refusal } from '../../trackers/tracker.ts'
import { joinedRecords } from './deduplicate.ts'
import { checkEmissions } from './consistency.ts'
import { durationOf } from './duration.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { LineHashes } from './line-hashes.ts'
import { withoutCopies } from './log-copies.ts'
import { withoutSameLogs } from './same-logs.ts'
import { type Recosting, coverageOf, recordPart } from './record-to-part.ts'
import type { UserFactor } from './factors-file.ts'
import { usageCounts, withUsageEnergy } from './usage-energy.ts'
import { checkMissingEnergy } from './missing-energy.ts'
import { doubtfulSums } from './duplicate-warnings.ts'
import { unknownFilesNote } from './unknown-files.ts'

/** What the user says about the figures. */
export interface FigureOptions extends Recosting {
  /** Count of the functional unit that the user gave. */
  readonly units: Units | null
  readonly onMeasurementError: 'fail' | 'warn'
  /** The user's own energy of language models, most specific first. */
  readonly factors?: readonly UserFactor[]
  /** Smallest share of its time that the samples of each log must cover, 0 to 1; 0.9 by default. */
  readonly minCoverage?: number
}

/** The default of the setting `min-coverage`. */
const MIN_COVERAGE = 0.9

/** What logs say, ready to be summed up and judged. */
export interface LogFigures {
  /** At most 1,000, the rest merged into one. */
  readonly parts: readonly Part[]
  /** How many runs the parts represent. */
  readonly runs: number
  /** Of all of them, s; null unless every run has it. */
  readonly durationS: number | null
  readonly notes: readonly Note[]
  /** Why the verdict is never a pass: a monthly export, refused rows, low coverage, or known gaps in the energy. */
  readonly doubt: Doubt | null
  readonly units: Units | null
  /** All functional units side by side, `units` first; null where only one thing is counted. */
  readonly counts: readonly Units[] | null
  readonly basis: Report['basis']
}

/**
 * Sums up what was read.
 * @param files those of no known format, and the format of each of the others @throws MeasurementError when there is neither energy nor emissions in it
 */
export function logFigures(
  all: readonly EnergyRecord[],
  readRefusals: readonly Refusal[],
  {
    unknown,
    setAsideNotes = [],
    formats,
    fingerprints = new Map(),
    lines = new Map(),
  }: {
    readonly unknown: readonly string[]
    /** What became of files that CodeCarbon set aside, and of logs without a record. */
    readonly setAsideNotes?: readonly Note[]
    readonly formats: ReadonlyMap<string, LogFormat>
    readonly fingerprints?: ReadonlyMap<string, Fingerprint>
    readonly lines?: ReadonlyMap<string, LineHashes>
  },
  options: FigureOptions,
): LogFigures {
  const originals = withoutCopies(withoutSameLogs(all, formats, fingerprints), formats)
  const joined = joinedRecords(withUsageEnergy(originals.records, options.factors ?? []))
  const refusals = [...readRefusals, ...originals.refusals, ...joined.refusals]
  const refused = rowsOf(refusals)
  const counts = joined.records.filter(isCount)
  const { records: energies, isIncomplete } = checkMissingEnergy(
    joined.records.filter((record) => !isCount(record)),
    options.onMeasurementError,
  )
  if (energies.length === 0) {
    const [first] = refusals
    const why = first
      ? placed(first)
      : 'the logs count units and have neither energy nor emissions: give a power log beside them'
    throw new MeasurementError(why + (refused > 1 ? ` (and ${refused - 1} more)` : ''), first?.file ?? null)
  }
  const level = options.onMeasurementError === 'fail' ? 'error' : 'warning'
  const advice = level === 'error' ? ' (set on-measurement-error to warn to accept the rest)' : ''
  const notes: Note[] = refusals.map((refusal, index) =>
    note('log-row-refused', `${placed(refusal)}: not counted${index === 0 ? advice : ''}`, level),
  )
  if (refused > MANY) {
    const text = `${refused} rows or files of the logs cannot be trusted and are not counted`
    notes.unshift(note('log-rows-refused', text, level))
  }
  if (unknown.length > 0) notes.push(unknownFilesNote(unknown))
  notes.push(...setAsideNotes)
  notes.push(...doubtfulSums(energies, formats, lines))
  const uncovered = coverageNotes(energies, options)
  notes.push(...uncovered)
  const parts: Part[] = []
  for (const energy of energies) {
    const checked =
      options.grid === null ? checkEmissions(energy, formats.get(energy.file)?.name) : { record: energy, notes: [] }
    const { part, notes: more } = recordPart(checked.record, options)
    parts.push(part)
    notes.push(...checked.notes, ...more)
  }
  // Emissions without energy are kept as logged, for any setting.
  const used: Recosting = energies.some(({ itWh }) => itWh !== null) ? options : { pue: null, grid: null }
  const usages = joined.records.flatMap(({ usage }) => (usage === null ? [] : [usage]))
  const tokens = usageCounts(usages)
  const countRecords = counts.filter(({ units }) => units !== null)
  notes.push(...countRecords.flatMap((each) => each.notes))
  const counted = unitsOfLogs(countRecords, energies)
  const units = options.units ?? counted.units ?? tokens[0] ?? null
  const unitNotes =
    options.units === null ? counted.notes : replacedCountNotes(options.units, [counted.units, ...tokens])
  const isTolerant = options.onMeasurementError === 'warn'
  const gap =
    refusals.length > 0
      ? 'rows-refused'
      : uncovered.length > 0
        ? 'low-coverage'
        : isIncomplete
          ? 'energy-missing'
          : null
  return {
    parts: cappedParts(parts),
    runs: energies.reduce((sum, { runs }) => sum + runs, 0),
    durationS: durationOf(energies, formats),
    notes: cappedNotes(uniqueNotes([...notes, ...unitNotes, basisNote(energies, used), ...placeNotes(energies, used)])),
    doubt: energies.some(({ month }) => month !== null) ? 'monthly-export' : isTolerant ? null : gap,
    units,
    counts: tokens.length === 0 ? null : countsOf(units, tokens),
    basis: basisOf(energies, used),
  }
}

/** One note for each log whose samples leave too much of its time uncovered. */
function coverageNotes(
  records: readonly EnergyRecord[],
  { minCoverage = MIN_COVERAGE, onMeasurementError }: FigureOptions,
): Note[] {
  return records.flatMap((record) => {
    const coverage = coverageOf(record)
    if (coverage === null || coverage >= minCoverage) return []
    const [covered, least] = [coverage, minCoverage].map((share) => `${Math.floor(share * 1000) / 10} %`)
    const text = `${record.file}: the samples of ${record.name} cover ${covered} of its time, ${least} are needed: energy is missing; lower min-coverage to accept it`
    return [note('log-coverage', text, onMeasurementError === 'fail' ? 'error' : 'warning')]
  })
}

/** From here on a person wants to know how many before which. */
const MANY = 3

/** How many rows or files were refused: one refusal may represent many. */
function rowsOf(refusals: readonly Refusal[]): number {
  return refusals.reduce((sum, { rows }) => sum + (rows ?? 1), 0)
}

function isCount({ units, usage, itWh, emissionsG, embodiedG }: EnergyRecord): boolean {
  return (units !== null || usage !== null) && itWh === null && emissionsG === null && embodiedG === null
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

/** Counts of tokens and requests with the user's own unit first, each unit once. */
function countsOf(units: Units | null, tokens: readonly Units[]): readonly Units[] {
  return units === null ? tokens : [units, ...tokens.filter(({ name }) => name !== units.name)]
}

/** A count of the logs that the user's own replaces. */
function replacedCountNotes(given: Units, ofLogs: readonly (Units | null)[]): Note[] {
  const own = ofLogs.find((each) => each?.name === given.name)
  if (!own || own.count === given.count) return []
  return [
    note(
      'log-units-replaced',
      `the logs count ${own.count} ${plural(own.name)}; ${given.count} as units says are used`,
    ),
  ]
}

/** The count of the files beside, else that of the logs themselves when all count the same thing. */
function unitsOfLogs(
  counts: readonly EnergyRecord[],
  energies: readonly EnergyRecord[],
): { units: Units | null; notes: readonly Note[] } {
  const counted = counts.length > 0 ? counts : energies.every(({ units }) => units !== null) ? energies : []
  const notes: Note[] = []
  if (counts.length > 1) {
    // A benchmark's own output and a count of it by hand may be the same count.
    const isOneTool = new Set(counts.map((each) => each.name)).size === 1
    const files = counts.slice(0, 5).map((each) => each.file)
    const text = `the counts of ${counts.length} files are added up: ${files.join(', ')}`
    notes.push(note('log-counts', text, isOneTool ? 'info' : 'warning'))
  }
  const names = new Set(counted.map(({ units }) => units?.name))
  const [name] = names
  if (name === undefined) return { units: null, notes }
  if (names.size > 1) {
    return {
      units: null,
      notes: [
        ...notes,
        note('log-units-differ', `the logs count different things (${[...names].join(', ')}): set units`),
      ],
    }
  }
  return { units: { name, count: counted.reduce((sum, { units }) => sum + (units?.count ?? 0), 0) }, notes }
}

/** Whose figures were used: always reported. */
function basisNote(energies: readonly EnergyRecord[], { pue, grid }: Recosting): Note {
  const ours = [
    ...(grid ? [`grid ${grid.gPerKwh.value} g/kWh (${grid.source})`] : []),
    ...(pue ? [`PUE ${pue.pue.value} (${pue.source})`] : []),
  ]
  if (ours.length === 0) return note('log-own-figures', "energy, PUE and emissions are the logs' own")
  const kept = grid && pue ? 'the energy' : grid ? 'energy and PUE' : 'energy and grid'
  const divided =
    energies.some((energy) => energy.pue !== 1) && pue ? '; a PUE inside the energy was divided out first' : ''
  return note('log-recosted', `re-costed with ${ours.join(' and ')}; ${kept} of the logs kept${divided}`)
}

/** The machine is where the log says, its grid where the user says: both stand beside each other in the report. */
function placeNotes(energies: readonly EnergyRecord[], { grid }: Recosting): Note[] {
  const places = [...new Set(energies.flatMap(({ place }) => place ?? []))].filter((place) => place !== grid?.zone)
  if (grid === null || places.length === 0) return []
  const named =
    places
      .slice(0, 3)
      .map((place) => printable(place))
      .join(', ') + (places.length > 3 ? ' and more' : '')
  const used = grid.zone === null ? 'the given intensity' : `the grid of ${grid.zone}, as given`
  return [note('log-place-replaced', `the place in the logs (${named}) is replaced: emissions are those of ${used}`)]
}

function basisOf(energies: readonly EnergyRecord[], { pue, grid }: Recosting): Report['basis'] {
  const methods = [...new Set(energies.map(({ method }) => method))]
  const embodied = energies.some(({ embodiedG }) => embodiedG !== null)
  return {
    power: `${energies.length === 1 ? '1 run' : `${energies.length} runs`} of tracker logs (${methods.join(', ')})${grid ? '; grid as given' : "; the logs' own grid"}`,
    pue: pue ? pue.source : "the logs' own",
    embodied: embodied ? "the logs' own" : null,
    not_counted: embodied ? [] : [OMITTED_HARDWARE.logs],
  }
}
