import { MeasurementError } from '../core/errors.ts'
import type { Note } from '../core/report.ts'
import { amount } from './field.ts'
import { lineBatches } from './lines.ts'
import { noLineEnd } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'
import { batchesCount, unitCount } from './unit-count.ts'

/** What it printed until 2019. */
const OLD = /^Total time cost:\S+\s+Total iterations:\d+\s/m

/** ONNX Runtime's onnxruntime_perf_test: how many requests it ran. */
export const onnxruntime: LogFormat = {
  name: 'onnxruntime',
  title: 'onnxruntime_perf_test output: count of inferences',
  figures: 'no energy: the count of inferences for the power logs beside it',
  example:
    'Session creation time cost: 0.05 s\nTotal inference time cost: 9.8 s\nTotal inference requests: 2000\nAverage inference time cost: 4.9 ms\nTotal inference run time: 9.9 s\n',
  detect: (head) => /^(?:Total inference requests|Session creation time cost):/m.test(head) || OLD.test(head),
  async read({ file, text }) {
    const refusals = new Refusals(file)
    // A file may contain several benchmarks, one after the other: they are summed.
    let count = 0
    let last = 0
    let seconds: number | null = null
    let first = 1
    const notes: Note[] = [batchesCount(file)]
    try {
      for await (const batch of lineBatches(text)) {
        for (const { text: line, number, torn } of batch) {
          refusals.attempt(number, () => {
            const requests = /^(Total inference requests|Total iterations|Runs):\s*(\S+)\s*$/.exec(line)
            const found = requests ? amount('requests', requests[2]) : null
            // `Runs` says the count of the same benchmark again.
            if (found !== null && !(requests?.[1] === 'Runs' && found === last)) {
              if (count === 0) first = number
              count += found
              last = found
              if (torn) notes.push(noLineEnd(file, number))
            }
            const time = /^Total inference run time:\s*(\S+) s\s*$/.exec(line)
            if (time) seconds = (seconds ?? 0) + amount('run time', time[1])
          })
        }
      }
      if (count === 0) throw new MeasurementError('it ran no inference')
      return {
        records: [{ ...unitCount(file, first, 'onnxruntime_perf_test', 'inference', count, seconds), notes }],
        refusals: refusals.list(),
      }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      refusals.add(null, error.message)
      return { records: [], refusals: refusals.list() }
    }
  },
}
