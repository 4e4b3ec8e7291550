import { MeasurementError } from '../../core/errors.ts'
import { type Fields, isFields, member, memberAt, numberAt, numberAtOrNull, numberOrNull, textAt } from '../field.ts'
import { methodOfTool } from '../method-of-tool.ts'
import { note } from '../../core/notes.ts'
import type { Log } from '../log.ts'
import { readValueLog } from '../log-reading.ts'
import type { LogReading, LogSource } from '../tracker.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { clock } from '../clock.ts'
import { type Lookup, entryOf, runIdOf, textsOf } from './entry.ts'
import { Runs } from './runs.ts'
import { TaskNames } from './task-names.ts'

/**
 * Reads the objects that the logger writes (one a line, each the run so far; bare or as entries of Cloud Logging), the single object of
 * other tools that dump it, lists of runs or of tasks (its JSON output), the HTTP form, entries of the API and BoAmps reports.
 */
export function readJson(source: LogSource): Promise<LogReading> {
  return readValueLog(source, (log) => {
    const runs = new Runs(log)
    const tasks = new TaskNames()
    const reports: EnergyRecord[] = []
    return {
      value(value, line) {
        if (!isFields(value)) throw new MeasurementError('an object was expected')
        if (Object.hasOwn(value, 'measures')) {
          reports.push(boampsRecord(value, line, log))
          return
        }
        for (const entry of entriesIn(value)) {
          const lookup = lookupOf(entry)
          runs.add({
            entry: entryOf(textsOf(lookup)),
            line,
            runId: runIdOf(lookup('run_id')),
            piece: Object.hasOwn(entry, 'task_name') ? tasks.named(lookup) : sinceLast(lookup),
            stamp: lookup('timestamp'),
            value: lookup,
            keep: () => () => lookup,
          })
          runs.settle()
        }
      },
      records: () => [...runs.records(), ...reports],
    }
  })
}

/** The entries in one value: itself, those of a page of the API, what Cloud Logging wraps. */
function entriesIn(value: Fields): readonly Fields[] {
  const page = member(value, 'items')
  if (Array.isArray(page)) return page.filter(isFields)
  const payload = member(value, 'jsonPayload')
  return [isFields(payload) ? payload : value]
}

/**
 * Which piece of its run an entry of the API is. Unlike all other outputs it contains what was used since the entry before (http.py:
 * `add_emission(delta)`), under a name of its own. Null for an entry of the run so far.
 */
function sinceLast(value: Lookup): string | null {
  if (value('emissions') !== undefined || value('emissions_sum') === undefined) return null
  return value('id') ?? value('timestamp') ?? 'entry'
}

/** JSON values as the text that a CSV would have: one reader for both. null is a field that was not written. */
function lookupOf(value: Record<string, unknown>): Lookup {
  return (column) => {
    const found = member(value, column)
    if (found === undefined) return undefined
    if (typeof found === 'number') return String(found)
    return typeof found === 'string' ? found : ''
  }
}

/** A BoAmps report: energy of one task in kWh, no emissions. The report does not say whether the energy includes a PUE. */
function boampsRecord(value: unknown, line: number, log: Log): EnergyRecord {
  const measures = member(value, 'measures')
  if (!Array.isArray(measures) || measures.length !== 1) {
    throw new MeasurementError('a report of one measure was expected: several may be of the same energy')
  }
  const measure = measures[0] as unknown
  const unit = textAt(measure, 'unit')
  if (unit !== null && unit.toLowerCase() !== 'kwh')
    throw new MeasurementError(`the unit ${JSON.stringify(unit)} is not kWh`)
  const end = clock(textAt(value, 'header', 'reportDatetime') ?? '')
  const country = textAt(value, 'environment', 'country')
  return log.record({
    name: textAt(value, 'task', 'taskFamily') ?? 'BoAmps report',
    runId: textAt(value, 'header', 'reportId'),
    durationS: numberAtOrNull(measure, 'measurementDuration'),
    endedAt: end?.instant ?? null,
    itWh: numberAt(measure, 'powerConsumption') * 1000,
    gPerKwh: numberOrNull('powerSourceCarbonIntensity', memberAt(value, 'environment', 'powerSourceCarbonIntensity')),
    place: country,
    method: methodOfTool(textAt(measure, 'measurementMethod')),
    line,
    notes: [
      note('log-pue-unknown', 'a BoAmps report does not say whether a PUE is inside its energy: none is assumed'),
    ],
  })
}
