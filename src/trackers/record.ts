import type { EnergyRecord } from '../core/energy-record.ts'
import { QuantityError } from '../core/errors.ts'
import { type Note, note } from '../core/notes.ts'
import { printable } from '../core/text.ts'

/** What a log says of a record; the rest is not known. */
export type KnownRecord = Pick<EnergyRecord, 'name'> & Partial<Omit<EnergyRecord, 'file'>>

/** More than any log contains, Wh, g, L or s: the world's electricity of a year is 3e16 Wh. The sum of many logs is finite too. */
const MOST = 1e18

/** Figures of a record that are bounded, with what they are called. */
const BOUNDED = [
  ['itWh', 'Wh'],
  ['emissionsG', 'g'],
  ['embodiedG', 'g'],
  ['waterL', 'L'],
  ['durationS', 's'],
] as const

/**
 * Makes a record from the figures of a log: measured, missing ones null. Untrusted text is made printable here, once.
 * @throws QuantityError for a figure that no log has
 */
export function record(known: KnownRecord, file: string): EnergyRecord {
  for (const [figure, unit] of BOUNDED) {
    const value = known[figure]
    if (typeof value === 'number' && !(value <= MOST))
      throw new QuantityError(`the sum of ${unit}`, value, `more than ${MOST} ${unit} is in no log`)
  }
  return {
    method: 'measured',
    runId: null,
    piece: null,
    runs: 1,
    startedAt: null,
    endedAt: null,
    durationS: null,
    coveredS: null,
    localTime: null,
    itWh: null,
    rangeWh: null,
    cpuWh: null,
    memoryWh: null,
    gpuWh: null,
    pue: 1,
    emissionsG: null,
    embodiedG: null,
    waterL: null,
    gPerKwh: null,
    units: null,
    usage: null,
    month: null,
    wholeMachine: null,
    counter: null,
    companion: false,
    copyOf: null,
    line: null,
    notes: [],
    ...known,
    file,
    name: printable(known.name),
    place: known.place ? printable(known.place) : null,
    machine: known.machine
      ? {
          ...known.machine,
          cpu: known.machine.cpu ? printable(known.machine.cpu) : null,
          gpus: known.machine.gpus.map((gpu) => printable(gpu)),
        }
      : null,
  }
}

/** A machine of which nothing is known. */
export const NO_MACHINE = {
  cpu: null,
  gpus: [],
  vcpus: null,
  memoryGb: null,
} as const satisfies EnergyRecord['machine']

/** The grid intensity by a log's own figures, g/kWh; null without emissions or energy, and for emissions of 0, which no grid explains. @param totalWh with the PUE, as the emissions */
export function gPerKwhOf(emissionsG: number | null, totalWh: number): number | null {
  return emissionsG !== null && emissionsG > 0 && totalWh > 0 ? (emissionsG / totalWh) * 1000 : null
}

/** A note if the last line ends in a number that is counted: without a line end, half of it reads like a whole one. */
export function noLineEnd(file: string, line: number): Note {
  const text = `${file}:${line}: the last line has no line end: if it was cut while it was written, its last number is too small`
  return note('log-no-line-end', text)
}

/** The end of the file is truncated. @param what a row, a sample */
export function tornNote(file: string, line: number, what: 'row' | 'sample' | 'report' | 'entry'): Note {
  return note('log-torn', `${file}:${line}: the last ${what} was cut while it was written and is left out`)
}

/** Time without samples has no energy. */
export function gapsNote(file: string, gaps: number): Note {
  return note('log-gaps', `${file}: ${gaps} gaps between samples are not counted`)
}

/** A counter fell and has no range to wrap at: what it counted before the restart is partly lost. */
export function restartNote(file: string, counter: string): Note {
  const text = `${file}: the counter of ${counter} restarted at 0: what it counted between its last reading and the restart is lost`
  return note('log-counter-restart', text)
}

/** Meters count every millisecond or so: over more than this time that of a running device grows, s. */
export const LONGEST_STILL_S = 0.1

/** The same for the energy counter of a GPU, which its driver updates less often, s. */
export const LONGEST_STILL_GPU_S = 1

/** A meter in the log did not change or has no figure. */
export function silentNote(file: string, meter: string, why: string): Note {
  return note('log-meter-silent', `${file}: ${meter} ${why}: its energy is not in the sum`)
}

/** Energies of a machine in Wh from those of its parts in J; the whole is their sum where it is not given. */
export function whOfJoules({
  whole,
  ...parts
}: {
  readonly [part in 'whole' | 'cpu' | 'memory' | 'gpu']?: number | null
}): Pick<EnergyRecord, 'itWh' | 'cpuWh' | 'memoryWh' | 'gpuWh'> {
  const wh = (joules: number | null = null): number | null => (joules === null ? null : joules / 3600)
  const { cpu, memory, gpu } = parts
  const sum = (cpu ?? 0) + (memory ?? 0) + (gpu ?? 0)
  return { itWh: wh(whole ?? sum), cpuWh: wh(cpu), memoryWh: wh(memory), gpuWh: wh(gpu) }
}

/** Notes of the whole log, kept with its first record. */
export function withNotes(records: readonly EnergyRecord[], notes: readonly Note[]): EnergyRecord[] {
  const [first, ...rest] = records
  return first === undefined ? [] : [{ ...first, notes: [...first.notes, ...notes] }, ...rest]
}
