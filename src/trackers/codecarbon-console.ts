import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import type { Method } from '../core/method.ts'
import { type Note, note } from '../core/notes.ts'
import { methodOfParts } from './codecarbon/method.ts'
import { amount } from './field.ts'
import type { Log } from './log.ts'
import { type LineReader, readLineLog } from './log-reading.ts'
import { assertRoom } from './limits.ts'
import { silentNote } from './record.ts'
import type { LogFormat } from './tracker.ts'

const TOTAL = /(\S*) kWh of electricity (?:and \S+ L of water were )?used since the begin?ning/
const PART = /Energy consumed for (RAM|[Aa]ll CPUs?|all GPUs?) : (\S+?) kWh/

/** How the CPU is tracked, as it is set up. */
const CPU_MODE = /CPU Tracking Method: (.+?)\s*$/

/** What each of its lines begins with. */
const PREFIX = '[codecarbon'

/** Below this the six decimals of the console are too coarse, Wh. */
const ROUNDED_BELOW_WH = 0.01

/** Energy of a tracker above which rounding does not explain 0 kWh for its CPU, Wh. */
const LEAST_WITH_CPU_WH = 0.1

/** CodeCarbon's console lines, for runs whose emissions.csv was not kept. */
export const codecarbonConsole: LogFormat = {
  name: 'codecarbon-console',
  title: "CodeCarbon's console output",
  figures:
    'kWh since the tracker began, the last line of each tracker; six decimals; PUE inside since 2.3, not named in the log; the method is the one that the output names',
  detect: (head) => /^[^\n\r]*\[codecarbon \w+ @ \d\d:\d\d:\d\d\] [^\n\r]*kWh/m.test(head),
  read: (source) => readLineLog(source, consoleLines),
}

/** Number of trackers from which falling totals may come from processes that write side by side. */
const MANY = 3

function severalNote(file: string, count: number): Note {
  const text = `${file}: its totals fall ${count - 1} times, so ${count} trackers are added up; if several processes wrote it side by side, the figure is too high: give the output of each`
  return note('log-several-trackers', text)
}

type Part = 'cpuWh' | 'gpuWh' | 'memoryWh'

interface Tracker {
  readonly line: number
  wh: number
  parts: Readonly<Partial<Record<Part, number>>>
}

/** The method of the CPU by the name that the tracker prints (`core/resource_tracker.py`). */
function methodOfMode(mode: string): Method {
  if (/constant/i.test(mode)) return 'estimated'
  return /rapl|gadget|powermetrics|emi/i.test(mode) ? 'measured' : 'modelled'
}

const consoleLines: LineReader = (log) => {
  const trackers: Tracker[] = []
  let ofCpu: Method = 'modelled'
  let parts: Partial<Record<Part, number>> = {}
  return {
    line({ text, number, torn }) {
      const isOurs = text.includes(PREFIX) || (text !== '' && PREFIX.startsWith(text))
      if (torn && isOurs && !TOTAL.test(text)) log.tear(number, 'entry')
      const mode = CPU_MODE.exec(text)?.[1]
      if (mode !== undefined) ofCpu = methodOfMode(mode)
      if (!text.includes('kWh')) return
      const [part, device = '', partKwh] = PART.exec(text) ?? []
      if (part !== undefined) {
        const key = device === 'RAM' ? 'memoryWh' : device.includes('GPU') ? 'gpuWh' : 'cpuWh'
        parts = { ...parts, [key]: amount(`energy of ${device}`, partKwh) * 1000 }
      }
      const kwh = TOTAL.exec(text)?.[1]
      if (kwh === undefined) return
      const wh = amount('electricity', kwh.replace(/^.*\]/, '')) * 1000
      const last = trackers.at(-1)
      if (last !== undefined && wh >= last.wh) Object.assign(last, { wh, parts })
      else {
        assertRoom(trackers.length)
        trackers.push({ line: number, wh, parts })
      }
      parts = {}
    },
    records() {
      if (trackers.length === 0)
        throw new MeasurementError('it has no line "... kWh of electricity used since the beginning"')
      if (trackers.length >= MANY) log.note(severalNote(log.file, trackers.length))
      return trackers.map((tracker, index) =>
        recordOf(tracker, { log, ofCpu, name: trackers.length === 1 ? '' : `, tracker ${index + 1}` }),
      )
    },
  }
}

function recordOf(
  { line, wh, parts }: Tracker,
  { log, ofCpu, name }: { readonly log: Log; readonly ofCpu: Method; readonly name: string },
): EnergyRecord {
  const { file } = log
  const rounded = `${file}:${line}: ${wh} Wh is at the limit of the six decimals of the console`
  return log.record({
    name: `CodeCarbon console${name}`,
    itWh: wh,
    method: methodOfParts({ itWh: null, cpuWh: null, gpuWh: null, memoryWh: null, ...parts }, ofCpu),
    line,
    copyOf: { format: 'codecarbon', alone: null },
    notes: [
      note('log-pue-unknown', `${file}: the console does not name the PUE in its energy: none is assumed`),
      ...(parts.cpuWh === 0 && wh >= LEAST_WITH_CPU_WH ? [silentNote(file, 'the CPU', 'counted 0 kWh')] : []),
      ...(wh === 0 ? [silentNote(file, `the tracker of line ${line}`, 'counted 0 kWh')] : []),
      ...(wh < ROUNDED_BELOW_WH ? [note('log-rounded', rounded)] : []),
    ],
  })
}
