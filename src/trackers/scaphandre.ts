import { MeasurementError } from '../core/errors.ts'
import { instant, secondsOfEpoch } from './clock.ts'
import { member, numberAt } from './field.ts'
import { firstWritten } from './head.ts'
import { type ValueReader, readValueLog } from './log-reading.ts'
import { plainText } from './plain-text.ts'
import { PowerSum } from './power-sum.ts'
import type { LogFormat } from './tracker.ts'

/** Watts in Scaphandre's unit of power (exporters/json.rs reads scaph_host_power_microwatts). */
const MICRO = 1e-6

/** What it prints before the reports when they go to its standard output, in colour on a terminal. */
// eslint-disable-next-line no-control-regex
const HEADER = /^(?:\u001b\[[\d;]*m)*Scaphandre json exporter[^\n]*\n(?:[^\n[{][^\n]*\n)*/

const REPORT = /^\uFEFF?\s*\[?\s*\{\s*"(?:host|consumers|sockets)"\s*:(?=[\s\S]*"host"\s*:)(?=[\s\S]*"consumption"\s*:)/

/**
 * Scaphandre (github.com/hubblo-org/scaphandre) JSON exporter, also a file that ends in the middle: it is killed more often than it
 * ends. A report's power is the energy since the report before over the time between (get_records_diff_power_microwatts).
 */
export const scaphandre: LogFormat = {
  name: 'scaphandre',
  title: 'Scaphandre JSON, also truncated',
  figures:
    'microwatts of the host, each for the time since the report before; measured (RAPL); sockets, domains and consumers are inside the host',
  meters: 'processors',
  detect: (head) => REPORT.test(head.replace(HEADER, '')),
  read: (source) => readValueLog({ ...source, text: withoutHeader(source.text) }, reports, { what: 'report' }),
}

const reports: ValueReader = (log) => {
  const sum = new PowerSum('since-last')
  return {
    value(report) {
      if (member(report, 'host') === null) throw new MeasurementError('the report has no host')
      const t = secondsOfEpoch('timestamp', numberAt(report, 'host', 'timestamp'))
      const watts = numberAt(report, 'host', 'consumption') * MICRO
      if (sum.lastWatts !== null && t === sum.endS && watts !== sum.lastWatts)
        throw new MeasurementError('two reports of one time have different powers: they may be of two machines')
      sum.add(t, watts)
    },
    records() {
      const time = sum.timeIn(log)
      const [startedAt, endedAt] = [instant(sum.startS), instant(sum.endS)]
      return [log.record({ name: 'Scaphandre host', startedAt, endedAt, ...time, itWh: sum.wh, line: 1 })]
    },
  }
}

/** The lines of the header made blank, so that the numbers of the others stay. */
async function* withoutHeader(text: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true
  for await (const piece of plainText(text)) {
    // The first piece contains all of the head.
    const length = isFirst ? piece.length - firstWritten(piece).replace(HEADER, '').length : 0
    isFirst = false
    yield piece.slice(0, length).replace(/[^\n]/g, ' ') + piece.slice(length)
  }
}
