import { MeasurementError } from '../core/errors.ts'
import { parseNumber } from '../core/quantity.ts'
import { amount } from './field.ts'
import { lines } from './lines.ts'
import { note, record } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

const EVENT = /power\/energy-(pkg|ram|psys|cores|gpu)\//

/** perf stat of the RAPL events, human table and -x CSV. */
export const perf: LogFormat = {
  name: 'perf',
  title: 'perf stat -e power/energy-.../, table and CSV',
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

/** The number before the unit, in a line of the table or of the CSV (whatever the separator; times and sockets may stand first). */
function joulesOf(line: string): number {
  const human = /^\s*(\S+)\s+Joules\s+power\//.exec(line)
  if (human) return grouped('energy', human[1] ?? '')
  const csv = /(?:^|[,;|\t ])([^,;|\t ]*)([,;|\t ])Joules\2/.exec(line)
  if (!csv) throw new MeasurementError('the energy of the event is not in joules')
  return amount('energy', csv[1])
}

/** A number as perf prints it: commas only between groups of three digits. @throws MeasurementError */
function grouped(what: string, text: string): number {
  const plain = /^\d{1,3}(?:,\d{3})+\.\d+$/.test(text) ? text.replaceAll(',', '') : text
  const value = parseNumber(plain)
  if (value === null) throw new MeasurementError(`${what} is ${JSON.stringify(text)}: run perf with LC_ALL=C`)
  return value
}
