import { MeasurementError } from '../core/errors.ts'
import { parseNumber } from '../core/quantity.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { amount, member, textAt } from './field.ts'
import type { Log } from './log.ts'
import { readLineLog } from './log-reading.ts'
import { note } from '../core/notes.ts'
import { parseJson } from '../core/json.ts'
import { whOfJoules } from './record.ts'
import type { LogFormat } from './tracker.ts'

const EVENT = /power\/energy-(pkg|ram|psys|cores|gpu)\//

/** A line that begins as one of an event does, and may have been cut before its name. */
const CUT = /^\s*(?:\{|[\d.,]+\s*(?:[,;|\s]|$))(?!.*\bseconds\b)/

/** perf stat of the RAPL events: human table, -x CSV and -j JSON lines, also by interval, socket or processor. */
export const perf: LogFormat = {
  name: 'perf',
  title: 'perf stat -e power/energy-.../, table, CSV and JSON',
  figures: 'J; packages + RAM, or psys alone; measured (RAPL)',
  meters: 'processors',
  detect: (head) => EVENT.test(head) && (/\bJoules\b/.test(head) || /<not (?:supported|counted)>/.test(head)),
  read: (source) =>
    readLineLog(source, (log) => {
      const stat = new Stat()
      return {
        line({ text, number, torn }) {
          if (torn && CUT.test(text) && !EVENT.test(text)) log.tear(number, 'entry')
          stat.line(text)
        },
        records: () => [stat.record(log)],
      }
    }),
}

/** A sum over intervals and the whole that perf prints after them (`--summary`) may differ by their rounding. */
const SAME = 0.01

/** The event `duration_time` in a line of the CSV or of the JSON. */
const DURATION_NS =
  /^(?:[\d.]+[,;|\t])?(\d+)[,;|\t](?:ns)?[,;|\t]duration_time\b|"counter-value"\s*:\s*"(\d+)[\d.]*".*"duration_time"/

/** Energy of one event, J; null where no line has it. */
class EventEnergy {
  /** Sum over whole runs. */
  whole: number | null = null
  /** Sum over intervals (-I). The line of a whole run may contain the same energy again. */
  spaced: number | null = null
  /** Sum over summary lines (`--summary`), which repeat the energy of the intervals before them. */
  summed: number | null = null
  /** Time of the intervals in which it has no count, s. */
  gapS = 0
  /** State at the end of the run before: the summary of a run replaces only its own intervals. */
  before: { readonly spaced: number | null; readonly gapS: number } = { spaced: null, gapS: 0 }
  isUncounted = false
  /** State of the current interval: a count was read; a line of the machine, or of a socket, had none. */
  isCounted = false
  isMissing = false
  isMissingOnSocket = false

  addSummary(joules: number): void {
    this.summed = (this.summed ?? 0) + joules
    Object.assign(this, this.before)
  }

  addCount(joules: number, isInterval: boolean): void {
    this.isCounted = true
    if (isInterval) this.spaced = (this.spaced ?? 0) + joules
    else this.whole = (this.whole ?? 0) + joules
  }

  /** @param lengthS of the interval */
  endInterval(lengthS: number): void {
    // With a line for each processor, only one processor of a socket has a count. With a line for each socket, every line needs one.
    if (this.isMissingOnSocket || (this.isMissing && !this.isCounted)) this.gapS += lengthS
    this.isCounted = this.isMissing = this.isMissingOnSocket = false
  }

  /** The sum, each energy once. @param isTimeEqual whether the intervals last as long as the whole, as in a table, whose intervals have no count */
  joules(isTimeEqual: boolean): number | null {
    const { whole, spaced, summed } = this
    if (whole === null || spaced === null) {
      const known = [whole ?? spaced, summed].filter((each) => each !== null)
      return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
    }
    const isFilled = this.gapS > 0 && whole >= spaced && isTimeEqual
    if (isFilled) this.gapS = 0
    const isRepeated = isFilled || Math.abs(whole - spaced) <= SAME * whole
    return (summed ?? 0) + whole + (isRepeated ? 0 : spaced)
  }
}

/** Energies of one file, by event. */
class Stat {
  readonly #events = new Map<string, EventEnergy>()
  /** The interval that is read: when it ends and how long it is, s. */
  #time = 0
  #lengthS = 0
  #spanS = 0
  /** Sockets without a count of an event that the figures need. */
  readonly #silent = new Set<string>()
  #elapsedS: number | null = null
  /** Whether a table has begun whose last line, the time elapsed, has not come. */
  #isOpen = false
  /** Whether a table ended without it. */
  #isCut = false
  /** Of the event `duration_time`: the CSV and the JSON have no other time (the runtime of an event is a sum over packages). */
  #csvNs: number | null = null
  /** How many runs the figures are the mean of (-r); null where that is not printed. */
  #runs: number | null = 1

  line(text: string): void {
    const line = withPoints(text)
    const elapsed = /^\s*([\d.,]+)(?:\s*\+-\s*[\d.]+)?\s+seconds time elapsed/.exec(line)
    if (elapsed) {
      this.#elapsedS = (this.#elapsedS ?? 0) + grouped('time elapsed', elapsed[1] ?? '')
      this.#isOpen = false
    }
    const elapsedNs = line.includes('duration_time') ? DURATION_NS.exec(line) : null
    if (elapsedNs) this.#csvNs = (this.#csvNs ?? 0) + amount('duration_time', elapsedNs[1] ?? elapsedNs[2])
    const [heading, runs] = /^\s*Performance counter stats for .*?(?: \((\d+) runs\))?:\s*$/.exec(line) ?? []
    if (runs !== undefined) this.#runs = Number(runs)
    if (heading !== undefined) {
      this.#isCut ||= this.#isOpen
      this.#isOpen = true
    }
    const name = EVENT.exec(line)?.[1]
    if (name !== undefined && !line.trimStart().startsWith('#')) this.#event(name, line)
  }

  #event(name: string, line: string): void {
    const time = timeOf(line)
    if (time !== null) this.#begin(time)
    const isSummary = time === null && /^\s*summary\b/.test(line)
    if (isSummary) this.#endInterval()
    const socket = SOCKET.exec(line)?.[1]
    // A machine without the counter of its board still has those of its packages.
    if (name === 'psys' && line.includes('<not supported>')) return
    const event = this.#events.get(name) ?? new EventEnergy()
    this.#events.set(name, event)
    if (/<not (?:supported|counted)>/.test(line)) {
      event.isUncounted = true
      if (socket !== undefined && time === null) this.#silent.add(`${socket} (${name})`)
      if (isSummary) return
      if (socket === undefined) event.isMissing = true
      else event.isMissingOnSocket = true
      return
    }
    const joules = joulesOf(line)
    if (joules === 0 && name === 'pkg' && socket !== undefined) this.#silent.add(`${socket} (${name})`)
    if (isSummary) event.addSummary(joules)
    else {
      event.addCount(joules, time !== null)
      if (VARIANCE.test(line) && this.#runs === 1) this.#runs = null
    }
  }

  #begin(time: number): void {
    if (time === this.#time) return
    this.#endInterval()
    // A time that goes back begins another run.
    if (time < this.#time) {
      for (const event of this.#events.values()) event.before = { spaced: event.spaced, gapS: event.gapS }
    }
    this.#lengthS = time > this.#time ? time - this.#time : time
    this.#spanS += this.#lengthS
    this.#time = time
  }

  #endInterval(): void {
    for (const event of this.#events.values()) event.endInterval(this.#time > 0 ? this.#lengthS : 0)
  }

  #joules(name: string): number | null {
    const elapsedS = this.#elapsedS
    const isTimeEqual = elapsedS !== null && Math.abs(elapsedS - this.#spanS) <= SAME * elapsedS
    return this.#events.get(name)?.joules(isTimeEqual) ?? null
  }

  /** @throws MeasurementError when the packages were not counted */
  record(log: Log): EnergyRecord {
    this.#endInterval()
    const csvS = this.#csvNs === null ? null : this.#csvNs / 1e9
    const durationS = this.#elapsedS ?? (this.#spanS > 0 ? this.#spanS : csvS)
    const [psys, pkg, ram] = [this.#joules('psys'), this.#joules('pkg'), this.#joules('ram')]
    if (psys === null && pkg === null) {
      const isUncounted = this.#events.get('pkg')?.isUncounted === true
      throw new MeasurementError(
        isUncounted ? 'power/energy-pkg/ was not counted on this machine' : 'it contains no power/energy-pkg/',
      )
    }
    if (this.#isCut || this.#isOpen) {
      const text = `${log.file}: a table of perf has no \`seconds time elapsed\`: it was cut, and events may be missing`
      log.note(note('log-torn', text))
    }
    if (this.#runs !== 1) {
      const text = `the figures are the mean of ${this.#runs ?? 'several'} runs: one of them is counted`
      log.note(note('log-mean-of-runs', text))
    }
    const events = [...this.#events.values()]
    const isSpaced = events.some(({ spaced, summed }) => spaced !== null || summed !== null)
    const gapS = isSpaced ? Math.max(0, ...events.map((event) => event.gapS)) : 0
    if (gapS > 0) {
      const text = `${log.file}: an event was not counted for ${Math.round(gapS * 1000) / 1000} s of intervals: its energy there is not in the sum`
      log.note(note('log-gaps', text))
    }
    for (const silent of this.#silent) log.silent(`socket ${silent}`, 'was not counted')
    for (const [name, joules] of psys === null ? Object.entries({ psys, pkg, ram }) : []) {
      // Whether an event is wanted is the user's choice: one that was asked for and has no count is missing.
      if (joules === null && this.#events.get(name)?.isUncounted) log.silent(`power/energy-${name}/`, 'was not counted')
    }
    return log.record({
      name: 'perf stat',
      durationS,
      coveredS: isSpaced && durationS !== null ? durationS - gapS : null,
      ...whOfJoules(psys === null ? { cpu: pkg, memory: ram } : { whole: psys }),
      line: 1,
    })
  }
}

/** The socket or die of a line, where it is of a whole one (`--per-socket`, `--per-die`) and not of a core in it. */
const SOCKET = /(?:^|[\s,;|])(S\d+(?:-D\d+)?)(?=[\s,;|])/

/** The spread of repeated runs: after the event in the table and the CSV, a member of the JSON. */
const VARIANCE = /\+-\s*[\d.]+%|\/[,;|\t ]+\d+\.\d+%|"variance"\s*:/

/** The line with decimal points, where another sign than a comma separates its fields (`-x ';'` in a locale with decimal commas). */
function withPoints(line: string): string {
  if (!/^[^;|\t]*[;|\t]/.test(line)) return line
  return line
    .split(/([;|\t])/)
    .map((field) => (/^\s*\d+,\d+\s*$/.test(field) ? field.replace(',', '.') : field))
    .join('')
}

/** Seconds at which the interval of a line ends; null without -I. */
function timeOf(line: string): number | null {
  const found = /^\s*(\d+\.\d+)[,;|\t ](?!\s*Joules)/.exec(line) ?? /"interval"\s*:\s*"?(\d+(?:\.\d+)?)/.exec(line)
  return found ? parseNumber(found[1] ?? '') : null
}

/** What may precede the number: the time of an interval (-I) or the word for all of them (--summary), then a processor (-A), or a socket, die, node, core and its count. */
const BEFORE = /^(?:\d+\.\d+ |summary )?(?:CPU\d+ |(?:[SDCN]\d+-?)+ (?:\d+ )?)?$/

/**
 * The number before the unit, in a line of the table, of the CSV (with any separator) or of the JSON. The text before it must
 * be known: in many a locale `612,34` is cut in two by the separator, and its end is a number too.
 */
function joulesOf(line: string): number {
  if (line.trimStart().startsWith('{')) return jsonJoules(line)
  const unit = /Joules\s*[,;|\t ]/.exec(line)?.index ?? 0
  let end = unit
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1
  const isMarked = /[,;|]/.test(line[end - 1] ?? '')
  if (unit === 0 || (!isMarked && end === unit)) throw new MeasurementError('the energy of the event is not in joules')
  const before = line.slice(0, isMarked ? end - 1 : end)
  const separator = line[isMarked ? end - 1 : end] ?? ' '
  const isTable = separator === ' '
  const cells = isTable ? before.trim().split(/\s+/) : before.split(separator).map((cell) => cell.trim())
  const number = cells.pop() ?? ''
  if (!BEFORE.test(cells.map((cell) => `${cell} `).join(''))) {
    throw new MeasurementError(
      `${JSON.stringify(before.trim())} before the unit is not one number: run perf with LC_ALL=C`,
    )
  }
  return isTable ? grouped('energy', number) : amount('energy', number)
}

/** A line of `perf stat -j`. */
function jsonJoules(line: string): number {
  const event = parseJson(line)
  if (event === undefined) throw new MeasurementError('the line is not JSON')
  if (member(event, 'unit') !== 'Joules') throw new MeasurementError('the energy of the event is not in joules')
  return amount('energy', textAt(event, 'counter-value') ?? undefined)
}

/** A number as perf prints it: commas only between groups of three digits. @throws MeasurementError */
function grouped(what: string, text: string): number {
  const plain = /^\d{1,3}(?:,\d{3})+\.\d+$/.test(text) ? text.replaceAll(',', '') : text
  const value = parseNumber(plain)
  if (value === null || value < 0) {
    throw new MeasurementError(`${what} is ${JSON.stringify(text)}: run perf with LC_ALL=C`)
  }
  return value
}
