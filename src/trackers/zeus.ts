import { counted } from '../core/text.ts'
import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { note } from '../core/notes.ts'
import { instant, secondsOfEpoch } from './clock.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { amount, detached } from './field.ts'
import { assertRoom } from './limits.ts'
import type { Log } from './log.ts'
import { LONGEST_STILL_GPU_S, whOfJoules } from './record.ts'
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
  detect: (head) => /^\uFEFF?start_time,window_name,elapsed_time,[^\n\r]*\bgpu\d+_energy/.test(head),
  read: (source) => readCsvLog(source, ',', windowsOf, { tearsOpen: true }),
}

const windowsOf: CsvReader = (header, log) => {
  const gpus = header.names.filter((name) => ENERGY.test(name))
  const others = header.names.filter((name) => OTHER_ENERGY.test(name) && !ENERGY.test(name))
  const windows: Window[] = []
  /** Windows in which a GPU counted nothing, by its column. */
  const silentWindows = new Map<string, number>()
  return {
    row(value, line) {
      if (windows.length >= MAX_WINDOWS) throw new MeasurementError(`more than ${MAX_WINDOWS} windows in one file`)
      const startS = secondsOfEpoch('start_time', amount('start_time', value('start_time')))
      const elapsedS = amount('elapsed_time', value('elapsed_time'))
      let joules = 0
      for (const gpu of gpus) {
        const used = amount(gpu, value(gpu))
        if (used === 0 && elapsedS > LONGEST_STILL_GPU_S) silentWindows.set(gpu, (silentWindows.get(gpu) ?? 0) + 1)
        joules += used
      }
      windows.push({ name: value('window_name') ?? '', startS, endS: startS + elapsedS, joules, line })
    },
    records() {
      for (const [gpu, count] of silentWindows)
        log.silent(gpu.replace('_energy', ''), `counted 0 J in ${count} of ${windows.length} windows`)
      for (const name of others) log.silent(`column ${detached(name)}`, 'is not one that Zeus writes')
      return recordsOf(windows, log)
    },
  }
}

interface Window {
  readonly name: string
  readonly startS: number
  readonly endS: number
  readonly joules: number
  readonly line: number
}

/** A window that is in no other one. */
interface OuterWindow extends Window {
  /** Energy of the windows directly inside it, J. */
  insideJoules: number
  /** End of the last of these, s. */
  insideEndS: number
}

/** The longest time between two counts of a GPU's energy (NVML: 20 to 100 ms), s. In a shorter window Zeus may take power times time instead. */
const COUNT_S = 0.1

/** The windows inside another one share its readings of the meter; above this they have more than it. */
const MORE = 1.05

/** The outermost windows. @throws MeasurementError for windows that overlap without one being inside the other */
function recordsOf(windows: readonly Window[], log: Log): readonly EnergyRecord[] {
  const sorted = windows.toSorted((a, b) => a.startS - b.startS || b.endS - a.endS)
  const outer: OuterWindow[] = []
  let inner = 0
  for (const window of sorted) {
    const last = outer.at(-1)
    if (last === undefined || window.startS >= last.endS - EDGE_S) {
      assertRoom(outer.length)
      outer.push({ ...window, insideJoules: 0, insideEndS: Number.NEGATIVE_INFINITY })
    } else if (window.endS <= last.endS + EDGE_S) {
      inner += 1
      if (window.startS < last.insideEndS - EDGE_S) continue
      if (window.endS - window.startS >= COUNT_S) last.insideJoules += window.joules
      last.insideEndS = window.endS
    } else {
      const text = `window ${JSON.stringify(window.name.slice(0, 40))} (line ${window.line}) overlaps ${JSON.stringify(last.name.slice(0, 40))} (line ${last.line})`
      throw new MeasurementError(
        `${text}: what they share cannot be counted once; log windows that follow or contain each other`,
      )
    }
  }
  if (outer.length > 0 && outer.every(({ joules }) => joules === 0))
    throw new MeasurementError('every window has 0 J: the meter did not work')
  const trusted = outer.filter(({ joules, insideJoules, line }) => {
    const isTrusted = insideJoules <= joules * MORE
    if (!isTrusted) log.refuse(line, `the window has ${joules} J, and the windows inside it have ${insideJoules} J`)
    return isTrusted
  })
  if (inner > 0) {
    const text = `${log.file}: ${counted(inner, 'window')} inside of others: not added, because the outer window includes the energy`
    log.note(note('log-pieces', text))
  }
  return trusted.map(({ name, startS, endS, joules, line }) =>
    log.record({
      name: `window ${name}`,
      startedAt: instant(startS),
      endedAt: instant(endS),
      durationS: endS - startS,
      ...whOfJoules({ gpu: joules }),
      line,
    }),
  )
}
