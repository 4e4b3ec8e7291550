import { type Units, plural } from '../../core/functional-unit.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { type Note, note } from '../../core/notes.ts'
import { usageCounts } from './usage-energy.ts'

/** Whether a record counts units or tokens and has neither energy nor emissions. */
export function isCount({ units, usage, itWh, emissionsG, embodiedG }: EnergyRecord): boolean {
  return (units !== null || usage !== null) && itWh === null && emissionsG === null && embodiedG === null
}

/** What logs count. */
export interface LogUnits {
  readonly units: Units | null
  /** All functional units side by side, `units` first; null where only one thing is counted. */
  readonly counts: readonly Units[] | null
  readonly notes: readonly Note[]
}

/** The units that the user gave, else those that the logs count, else the tokens in them. */
export function unitsOf(records: readonly EnergyRecord[], given: Units | null): LogUnits {
  const counts = records.filter((record) => isCount(record) && record.units !== null)
  const ofLogs = commonUnits(
    counts,
    records.filter((record) => !isCount(record)),
  )
  const tokens = usageCounts(records.flatMap(({ usage }) => usage ?? []))
  const units = given ?? ofLogs.units ?? tokens[0] ?? null
  const notes = given === null ? ofLogs.notes : replacedCountNotes(given, [ofLogs.units, ...tokens])
  return {
    units,
    counts:
      tokens.length === 0 ? null : [...(units ? [units] : []), ...tokens.filter(({ name }) => name !== units?.name)],
    notes: [...counts.flatMap((record) => record.notes), ...notes],
  }
}

/** A count of the logs that the user's own replaces. */
function replacedCountNotes(given: Units, ofLogs: readonly (Units | null)[]): Note[] {
  const own = ofLogs.find((each) => each?.name === given.name)
  if (!own || own.count === given.count) return []
  const text = `the logs count ${own.count} ${plural(own.name)}; ${given.count} as units says are used`
  return [note('log-units-replaced', text)]
}

/** The count of the files beside, else that of the logs themselves when all count the same thing. */
function commonUnits(counts: readonly EnergyRecord[], energies: readonly EnergyRecord[]): Omit<LogUnits, 'counts'> {
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
    const text = `the logs count different things (${[...names].join(', ')}): set units`
    return { units: null, notes: [...notes, note('log-units-differ', text)] }
  }
  return { units: { name, count: counted.reduce((sum, { units }) => sum + (units?.count ?? 0), 0) }, notes }
}
