import { MeasurementError } from '../core/errors.ts'
import { parseNumber } from '../core/quantity.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { amount, member, stringOrNull } from './field.ts'
import type { Log } from './log.ts'
import { readLineLog } from './log-reading.ts'
import { note } from '../core/notes.ts'
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

/** Energies of one file: of whole runs and of intervals (-I), which a whole may sum up again. */
class Stat {
  readonly #whole = new Map<string, number>()
  readonly #spaced = new Map<string, number>()
  /** Of lines that say that they sum up the intervals before them. */
  readonly #summed = new Map<string, number>()
  /** Of the intervals of the runs before this one, which its summary leaves alone. */
  #before = new Map<string, number>()
  readonly #uncounted = new Set<string>()
  /** The interval that is read: its time, s, and the events with and without a count in it. */
  #time = 0
  #counted = new Set<string>()
  #missing = new Set<string>()
  /** Time of the intervals in which an event has no count, by event, s; and of the runs before this one. */
  #gaps = new Map<string, number>()
  #gapsBefore = new Map<string, number>()
  #spanS = 0
  /** Length of the interval that is read, s. */
  #lengthS = 0
  /** Sockets without a count of an event that the figures need. */
  readonly #silent = new Set<string>()
  #elapsedS: number | null = null
  /** Of the event `duration_time`: the CSV and the JSON have no other time (the runtime of an event is a sum over packages). */
  #csvNs: number | null = null
  /** How many runs the figures are the mean of (-r); null where that is not printed. */
  #runs: number | null = 1

  line(text: string): void {
    const line = withPoints(text)
    const elapsed = /^\s*([\d.,]+)(?:\s*\+-\s*[\d.]+)?\s+seconds time elapsed/.exec(line)
    if (elapsed) this.#elapsedS = (this.#elapsedS ?? 0) + grouped('time elapsed', elapsed[1] ?? '')
    const elapsedNs = line.includes('duration_time') ? DURATION_NS.exec(line) : null
    if (elapsedNs) this.#csvNs = (this.#csvNs ?? 0) + amount('duration_time', elapsedNs[1] ?? elapsedNs[2])
    const repeated = /^\s*Performance counter stats for .* \((\d+) runs\):/.exec(line)
    if (repeated) this.#runs = Number(repeated[1])
    const event = EVENT.exec(line)?.[1]
    if (event === undefined || line.trimStart().startsWith('#')) return
    const time = timeOf(line)
    if (time !== null) this.#begin(time)
    const isSummary = time === null && /^\s*summary\b/.test(line)
    if (isSummary) this.#close()
    const socket = SOCKET.exec(line)?.[1]
    // A machine without the counter of its board still has those of its packages.
    if (event === 'psys' && line.includes('<not supported>')) return
    if (/<not (?:supported|counted)>/.test(line)) {
      this.#uncounted.add(event)
      if (socket !== undefined && time === null) this.#silent.add(`${socket} (${event})`)
      // Of the processors of a socket only one counts; a socket of its own has to.
      if (!isSummary) this.#missing.add(socket === undefined ? event : `${event} ${socket}`)
      return
    }
    const joules = joulesOf(line)
    if (joules === 0 && event === 'pkg' && socket !== undefined) this.#silent.add(`${socket} (${event})`)
    if (isSummary) {
      add(this.#summed, event, joules)
      restore(this.#spaced, this.#before, event)
      restore(this.#gaps, this.#gapsBefore, event)
      return
    }
    this.#counted.add(event)
    const sums = time === null ? this.#whole : this.#spaced
    add(sums, event, joules)
    if (VARIANCE.test(line) && this.#runs === 1) this.#runs = null
  }

  #begin(time: number): void {
    if (time === this.#time) return
    this.#close()
    // A time that goes back begins another run.
    if (time < this.#time) {
      this.#before = new Map(this.#spaced)
      this.#gapsBefore = new Map(this.#gaps)
    }
    this.#lengthS = time > this.#time ? time - this.#time : time
    this.#spanS += this.#lengthS
    this.#time = time
  }

  #close(): void {
    if (this.#time > 0) {
      const missing = [...this.#missing].filter((event) => !this.#counted.has(event))
      for (const event of new Set(missing.map((each) => each.split(' ', 1)[0] ?? '')))
        add(this.#gaps, event, this.#lengthS)
    }
    this.#counted = new Set()
    this.#missing = new Set()
  }

  #joules(event: string): number | null {
    const [whole, spaced, summed] = [this.#whole.get(event), this.#spaced.get(event), this.#summed.get(event)]
    if (whole === undefined || spaced === undefined) {
      const other = whole ?? spaced
      return other === undefined || summed === undefined ? (other ?? summed ?? null) : other + summed
    }
    return (summed ?? 0) + this.#once(event, whole, spaced)
  }

  /** Of a whole and of intervals that it may sum up again. In the table the time decides, because its intervals have no count. */
  #once(event: string, whole: number, spaced: number): number {
    if (this.#gaps.has(event) && whole >= spaced && this.#elapsedS !== null) {
      if (Math.abs(this.#elapsedS - this.#spanS) <= SAME * this.#elapsedS) {
        this.#gaps.delete(event)
        return whole
      }
    }
    return Math.abs(whole - spaced) <= SAME * whole ? whole : whole + spaced
  }

  /** @throws MeasurementError when the packages were not counted */
  record(log: Log): EnergyRecord {
    this.#close()
    const csvS = this.#csvNs === null ? null : this.#csvNs / 1e9
    const durationS = this.#elapsedS ?? (this.#spanS > 0 ? this.#spanS : csvS)
    const psys = this.#joules('psys')
    const pkg = this.#joules('pkg')
    const ram = this.#joules('ram')
    if (psys === null && pkg === null) {
      const isUncounted = this.#uncounted.has('pkg')
      throw new MeasurementError(
        isUncounted ? 'power/energy-pkg/ was not counted on this machine' : 'it contains no power/energy-pkg/',
      )
    }
    if (this.#runs !== 1) {
      const text = `the figures are the mean of ${this.#runs ?? 'several'} runs: one of them is counted`
      log.note(note('log-mean-of-runs', text))
    }
    const isSpaced = this.#spaced.size + this.#summed.size > 0
    const gapS = isSpaced ? Math.max(0, ...this.#gaps.values()) : 0
    if (gapS > 0) {
      const text = `${log.file}: an event was not counted for ${Math.round(gapS * 1000) / 1000} s of intervals: its energy there is not in the sum`
      log.note(note('log-gaps', text))
    }
    for (const silent of this.#silent) log.silent(`socket ${silent}`, 'was not counted')
    for (const event of this.#uncounted) {
      // Whether an event is wanted is the user's choice: one that was asked for and has no count is missing.
      if (this.#joules(event) === null && PARTS.has(event) && (psys === null || event === 'psys'))
        log.silent(`power/energy-${event}/`, 'was not counted')
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

/** Events whose energy is in the sum. */
const PARTS: ReadonlySet<string> = new Set(['pkg', 'ram', 'psys'])

/** The socket or die of a line, where it is of a whole one (`--per-socket`, `--per-die`) and not of a core in it. */
const SOCKET = /(?:^|[\s,;|])(S\d+(?:-D\d+)?)(?=[\s,;|])/

function add(sums: Map<string, number>, event: string, more: number): void {
  sums.set(event, (sums.get(event) ?? 0) + more)
}

/** What an event had before. */
function restore(sums: Map<string, number>, before: ReadonlyMap<string, number>, event: string): void {
  const value = before.get(event)
  if (value === undefined) sums.delete(event)
  else sums.set(event, value)
}

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
  let event: unknown
  try {
    event = JSON.parse(line) as unknown
  } catch {
    throw new MeasurementError('the line is not JSON')
  }
  if (member(event, 'unit') !== 'Joules') throw new MeasurementError('the energy of the event is not in joules')
  return amount('energy', stringOrNull(member(event, 'counter-value')) ?? undefined)
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
