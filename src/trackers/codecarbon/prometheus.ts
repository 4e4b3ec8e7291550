import { MeasurementError } from '../../core/errors.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { type Sample, sample } from '../exposition.ts'
import type { Log } from '../log.ts'
import { readLineLog } from '../log-reading.ts'
import { note } from '../../core/notes.ts'
import type { LogReading, LogSource } from '../tracker.ts'
import { cpuMethod, methodOfParts } from './method.ts'

/** Names of the one metric that is cumulative; all others are what was used since the last reading. */
const CUMULATIVE = ['codecarbon_energy_total', 'codecarbon_energy_consumed_total']

/** Maximum number of series in one file. Each is a run. */
const MAX_SERIES = 1000

/**
 * Reads the Prometheus form. Its gauges contain what was used since the last push, which is all of a run that was pushed once. Prefers
 * the cumulative energy if it exists, with the emissions in proportion.
 */
export function readPrometheus(source: LogSource): Promise<LogReading> {
  return readLineLog(source, (log) => {
    const series = new Map<string, Map<string, Sample>>()
    /** Series that were scraped more than once. */
    const repeated = new Set<string>()
    return {
      line(line) {
        const found = sample(line)
        if (!found?.name.startsWith('codecarbon_')) return
        const labels = [...found.labels].map(([name, value]) => `${name}=${value}`)
        const key = labels.toSorted().join()
        const group = series.get(key) ?? new Map<string, Sample>()
        if (!series.has(key) && series.size >= MAX_SERIES) throw new MeasurementError(`more than ${MAX_SERIES} series`)
        if (group.has(found.name)) repeated.add(key)
        series.set(key, group.set(found.name, found))
        if (line.torn) log.leaveOpen(line.number)
      },
      records() {
        const records: EnergyRecord[] = []
        for (const [key, group] of series) {
          const [first] = group.values()
          if (first) log.attempt(first.line, () => records.push(runOf(group, repeated.has(key), log)))
        }
        return records
      },
    }
  })
}

function runOf(group: ReadonlyMap<string, Sample>, isRepeated: boolean, log: Log): EnergyRecord {
  const [first] = group.values()
  const labels = first?.labels
  const value = (name: string): number | null => group.get(name)?.value ?? null
  const delta = value('codecarbon_energy_consumed')
  const cumulative = CUMULATIVE.map(value).find((each) => each !== null) ?? null
  const kwh = cumulative ?? delta
  if (kwh === null) throw new MeasurementError('codecarbon_energy_consumed is missing')
  if (cumulative === null && isRepeated) {
    throw new MeasurementError(
      'it has several scrapes of codecarbon_energy_consumed, each of what was used since the push before, and perhaps of one push: give the emissions.csv',
    )
  }
  const kg = value('codecarbon_emissions')
  const scale = cumulative !== null && delta !== null && delta > 0 ? cumulative / delta : 1
  const known = cumulative === null || (delta !== null && delta > 0)
  const wh = (name: string): number | null => {
    const reading = value(name)
    return reading === null || !known ? null : reading * 1000 * scale
  }
  const text =
    cumulative === null
      ? 'these metrics contain what was used since the last push: the whole run if it was pushed once'
      : 'the energy is the cumulative one; the emissions are those of the last push, in proportion'
  const parts = {
    cpuWh: wh('codecarbon_cpu_energy'),
    gpuWh: wh('codecarbon_gpu_energy'),
    memoryWh: wh('codecarbon_ram_energy'),
  }
  const kwhOfCpu = value('codecarbon_cpu_energy')
  const ofCpu = cpuMethod({
    watts: value('codecarbon_cpu_power'),
    wh: kwhOfCpu === null ? null : kwhOfCpu * 1000,
    durationS: value('codecarbon_duration') ?? 0,
  })
  return log.record({
    name: labels?.get('project_name') ?? 'CodeCarbon run',
    durationS: cumulative === null ? value('codecarbon_duration') : null,
    itWh: kwh * 1000,
    ...parts,
    emissionsG: kg === null || !known ? null : kg * 1000 * scale,
    gPerKwh: kg !== null && delta !== null && delta > 0 ? (kg / delta) * 1000 : null,
    place: labels?.get('country_name') ?? labels?.get('country_iso_code') ?? null,
    method: methodOfParts({ ...parts, itWh: kwh * 1000 }, ofCpu),
    line: first?.line ?? null,
    notes: [note('log-since-last-push', `${text}; a PUE other than 1 cannot be seen in them`)],
  })
}
