import { MeasurementError } from '../core/errors.ts'
import { parseNumber } from '../core/quantity.ts'
import { amount, member, stringOrNull } from './field.ts'
import { lines } from './lines.ts'
import { note, record } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

const EVENT = /power\/energy-(pkg|ram|psys|cores|gpu)\//

/** perf stat of the RAPL events: human table, -x CSV and -j JSON lines, also by interval, socket or processor. */
export const perf: LogFormat = {
  name: 'perf',
  title: 'perf stat -e power/energy-.../, table, CSV and JSON',
  figures: 'J; packages + RAM, or psys alone; measured (RAPL)',
  example:
    " Performance counter stats for 'system wide':\n\n            720.00 Joules power/energy-pkg/\n            360.00 Joules power/energy-ram/\n\n      60.000000000 seconds time elapsed\n\n",
  detect: (head) => EVENT.test(head) && (/\bJoules\b/.test(head) || /<not (?:supported|counted)>/.test(head)),
  async read({ file, text }) {
    const refusals = new Refusals(file)
    const joules = new Map<string, number>()
    const missing = new Set<string>()
    let durationS: number | null = null
    let runs = 1
    try {
      for await (const { text: line, number } of lines(text)) {
        refusals.attempt(number, () => {
          const elapsed = /^\s*([\d.,]+)(?:\s*\+-\s*[\d.]+)?\s+seconds time elapsed/.exec(line)
          if (elapsed) durationS = grouped('time elapsed', elapsed[1] ?? '')
          const repeated = /^\s*Performance counter stats for .* \((\d+) runs\):/.exec(line)
          if (repeated) runs = Number(repeated[1])
          const event = EVENT.exec(line)?.[1]
          if (event === undefined || line.trimStart().startsWith('#')) return
          if (/<not (?:supported|counted)>/.test(line)) missing.add(event)
          else joules.set(event, (joules.get(event) ?? 0) + joulesOf(line))
        })
      }
      const psys = joules.get('psys')
      const pkg = joules.get('pkg')
      const ram = joules.get('ram') ?? null
      const total = psys ?? (pkg === undefined ? undefined : pkg + (ram ?? 0))
      if (total === undefined) {
        throw new MeasurementError(
          missing.has('pkg')
            ? 'power/energy-pkg/ was not counted on this machine'
            : 'there is no power/energy-pkg/ in it',
        )
      }
      const notes = []
      if (runs > 1)
        notes.push(
          note('log-mean-of-runs', 'warning', `the figures are the mean of ${runs} runs: one of them is counted`),
        )
      const whole = record({
        name: 'perf stat',
        durationS,
        itWh: total / 3600,
        cpuWh: pkg === undefined || psys !== undefined ? null : pkg / 3600,
        memoryWh: ram === null || psys !== undefined ? null : ram / 3600,
        method: 'measured',
        file,
        line: 1,
        notes,
      })
      return { records: [whole], refusals: refusals.list() }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      refusals.add(null, error.message)
      return { records: [], refusals: refusals.list() }
    }
  },
}

/** What may stand before the number: the time of an interval (-I), then a processor (-A), or a socket, die, node, core and its count. */
const BEFORE = /^(?:\d+\.\d+ )?(?:CPU\d+ |(?:[SDCN]\d+-?)+ (?:\d+ )?)?$/

/**
 * The number before the unit, in a line of the table, of the CSV (whatever the separator) or of the JSON. What stands before it has
 * to be known: in many a locale `612,34` is cut in two by the separator, and its end is a number too.
 */
function joulesOf(line: string): number {
  if (line.trimStart().startsWith('{')) return jsonJoules(line)
  const found = /^(.*?)([,;|\t ])[ \t]*Joules\s*[,;|\t ]/.exec(line)
  if (!found) throw new MeasurementError('the energy of the event is not in joules')
  const [, before = '', separator = ''] = found
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
  if (value === null) throw new MeasurementError(`${what} is ${JSON.stringify(text)}: run perf with LC_ALL=C`)
  return value
}
