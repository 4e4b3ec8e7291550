import { MeasurementError } from '../core/errors.ts'
import { instant } from './clock.ts'
import { member, memberAt, numberOf } from './field.ts'
import { jsonTexts, parsedJson } from './json-values.ts'
import { PowerSum } from './power-sum.ts'
import { note, record } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

/** Watts in Scaphandre's unit of power (exporters/json.rs reads scaph_host_power_microwatts). */
const MICRO = 1e-6

/** Scaphandre (github.com/hubblo-org/scaphandre) JSON exporter, also a file that ends in the middle: it is killed more often than it ends. */
export const scaphandre: LogFormat = {
  name: 'scaphandre',
  title: 'Scaphandre JSON, also truncated',
  figures: 'microwatts of the host over time; measured (RAPL); sockets, domains and consumers are inside the host',
  example:
    '[{"host": {"consumption": 20000000.0, "timestamp": 1772438400.0, "components": {"disks": null}}, "consumers": [], "sockets": []},' +
    ' {"host": {"consumption": 20000000.0, "timestamp": 1772438490.0, "components": {"disks": null}}, "consumers": [], "sockets": []}]\n',
  detect: (head) => /^\uFEFF?\s*\[?\s*\{\s*"host"\s*:\s*\{(?=[\s\S]*"consumption"\s*:)/.test(head),
  async read({ file, text }) {
    const refusals = new Refusals(file)
    const sum = new PowerSum()
    const notes = []
    try {
      for await (const json of jsonTexts(text)) {
        if (!json.complete) {
          notes.push(
            note(
              'log-torn',
              'warning',
              `${file}:${json.line}: the last report was cut while it was written and is left out`,
            ),
          )
          break
        }
        refusals.attempt(json.line, () => {
          const report = parsedJson(json)
          if (member(report, 'host') === null) throw new MeasurementError('the report has no host')
          sum.add(
            numberOf('timestamp', memberAt(report, 'host', 'timestamp')),
            numberOf('consumption', memberAt(report, 'host', 'consumption')) * MICRO,
          )
        })
      }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      refusals.add(null, error.message)
    }
    if (sum.count < 2) {
      refusals.add(null, `${sum.count === 0 ? 'no sample' : 'one sample'} of power makes no energy`)
      return { records: [], refusals: refusals.list() }
    }
    if (sum.gaps > 0)
      notes.push(note('log-gaps', 'warning', `${file}: ${sum.gaps} gaps between samples are not counted`))
    const whole = record({
      name: 'Scaphandre host',
      startedAt: instant(sum.startS),
      endedAt: instant(sum.endS),
      durationS: sum.spanS,
      itWh: sum.wh,
      method: 'measured',
      file,
      line: 1,
      notes,
    })
    return { records: [whole], refusals: refusals.list() }
  },
}
