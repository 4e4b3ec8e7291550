import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { note } from '../core/notes.ts'
import { instant, secondsOfEpoch } from './clock.ts'
import { readCsvLog } from './csv-log.ts'
import { amount, detached } from './field.ts'
import { assertRoom } from './limits.ts'
import { LONGEST_STILL_GPU_S, record, silentNote, withNotes } from './record.ts'
import type { LogFormat } from './tracker.ts'

const ENERGY = /^gpu\d+_energy$/

/** Energies that Zeus itself does not log (it writes only those of GPUs): their unit and what they contain are not known. */
const OTHER_ENERGY = /energy/i

/** Most windows, with those inside others: a training may log each of its steps. */
const MAX_WINDOWS = 200_000

/** Windows touch where one ends as the next begins: the clock's rounding, s. */
const EDGE_S = 0.001

/** Zeus (ML.ENERGY): the log of ZeusMonitor. */
export const zeus: LogFormat = {
  name: 'zeus',
  title: 'Zeus (ML.ENERGY) ZeusMonitor log_file',
  figures: 'J of each GPU by measurement window; windows inside others are left out; measured (NVML); GPUs only',
  meters: 'gpus',
  example:
    'start_time,window_name,elapsed_time,gpu0_energy\n1772439300.0,epoch,36.0,3600.0\n1772439336.0,epoch,36.0,3600.0\n',
  detect: (head) => /^\uFEFF?start_time,window_name,elapsed_time,[^\n\r]*\bgpu\d+_energy/.test(head),
  async read(source) {
    return readCsvLog(source, ',', (header) => {
      const gpus = header.names.filter((name) => ENERGY.test(name))
      const others = header.names.filter((name) => OTHER_ENERGY.test(name) && !ENERGY.test(name))
      const windows: Window[] = []
      /** Windows in which a GPU counted nothing, by its index. */
      const silentWindows = new Map<number, number>()
      return {
        row(value, line, torn) {
          // The last number may have lost digits.
          if (torn) return false
          if (windows.length >= MAX_WINDOWS) throw new MeasurementError(`more than ${MAX_WINDOWS} windows in one file`)
          const startS = secondsOfEpoch('start_time', amount('start_time', value('start_time')))
          const elapsedS = amount('elapsed_time', value('elapsed_time'))
          let joules = 0
          for (const [at, gpu] of gpus.entries()) {
            const used = amount(gpu, value(gpu))
            if (used === 0 && elapsedS > LONGEST_STILL_GPU_S) silentWindows.set(at, (silentWindows.get(at) ?? 0) + 1)
            joules += used
          }
          windows.push({ name: value('window_name') ?? '', startS, endS: startS + elapsedS, joules, line })
          return true
        },
        records: () => {
          const silentOf = (at: number): string =>
            `counted 0 J in ${silentWindows.get(at)} of ${windows.length} windows`
          const notes = [
            ...[...silentWindows.keys()].map((at) =>
              silentNote(source.file, gpus[at]?.replace('_energy', '') ?? '', silentOf(at)),
            ),
            ...others.map((name) => silentNote(source.file, `column ${detached(name)}`, 'is not one that Zeus writes')),
          ]
          return withNotes(recordsOf(windows, source.file), notes)
        },
      }
    })
  },
}

interface Window {
  readonly name: string
  readonly startS: number
  readonly endS: number
  readonly joules: number
  readonly line: number
}

/** The outermost windows. @throws MeasurementError for windows that overlap without one being inside the other */
function recordsOf(windows: readonly Window[], file: string): readonly EnergyRecord[] {
  const sorted = windows.toSorted((a, b) => a.startS - b.startS || b.endS - a.endS)
  const outer: Window[] = []
  let inner = 0
  for (const window of sorted) {
    const last = outer.at(-1)
    if (last === undefined || window.startS >= last.endS - EDGE_S) {
      assertRoom(outer.length)
      outer.push(window)
    } else if (window.endS <= last.endS + EDGE_S) inner += 1
    else {
      const text = `window ${JSON.stringify(window.name.slice(0, 40))} (line ${window.line}) overlaps ${JSON.stringify(last.name.slice(0, 40))} (line ${last.line})`
      throw new MeasurementError(
        `${text}: what they share cannot be counted once; log windows that follow or contain each other`,
      )
    }
  }
  if (outer.length > 0 && outer.every(({ joules }) => joules === 0))
    throw new MeasurementError('every window has 0 J: the meter did not work')
  const records = outer.map((window) =>
    record({
      name: `window ${window.name}`,
      startedAt: instant(window.startS),
      endedAt: instant(window.endS),
      durationS: window.endS - window.startS,
      itWh: window.joules / 3600,
      gpuWh: window.joules / 3600,
      method: 'measured',
      file,
      line: window.line,
    }),
  )
  const text = `${file}: ${inner} windows lie inside others, whose energy includes theirs; they are not added`
  return withNotes(records, inner === 0 ? [] : [note('log-pieces', text)])
}
