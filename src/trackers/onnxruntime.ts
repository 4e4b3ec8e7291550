import { MeasurementError } from '../core/errors.ts'
import { amount } from './field.ts'
import { type LineReader, readLineLog } from './log-reading.ts'
import type { LogFormat } from './tracker.ts'
import { batchesCount } from './unit-count.ts'

/** What it printed until 2019. */
const OLD = /^Total time cost:\S+\s+Total iterations:\d+\s/m

/** ONNX Runtime's onnxruntime_perf_test: how many requests it ran. */
export const onnxruntime: LogFormat = {
  name: 'onnxruntime',
  title: 'onnxruntime_perf_test output: count of inferences',
  figures: 'no energy: the count of inferences for the power logs beside it',
  detect: (head) => /^(?:Total inference requests|Session creation time cost):/m.test(head) || OLD.test(head),
  read: (source) => readLineLog(source, benchmarks),
}

/** A file may contain several benchmarks, one after the other: they are summed. */
const benchmarks: LineReader = (log) => {
  let [count, last, first] = [0, 0, 1]
  let durationS: number | null = null
  return {
    line({ text, number, torn }) {
      const requests = /^(Total inference requests|Total iterations|Runs):\s*(\S+)\s*$/.exec(text)
      const found = requests ? amount('requests', requests[2]) : null
      // `Runs` says the count of the same benchmark again.
      if (found !== null && !(requests?.[1] === 'Runs' && found === last)) {
        if (count === 0) first = number
        count += found
        last = found
        if (torn) log.leaveOpen(number)
      }
      const time = /^Total inference run time:\s*(\S+) s\s*$/.exec(text)
      if (time) durationS = (durationS ?? 0) + amount('run time', time[1])
    },
    records() {
      if (count === 0) throw new MeasurementError('it ran no inference')
      log.note(batchesCount(log.file))
      const units = { name: 'inference', count }
      return [log.record({ name: 'onnxruntime_perf_test', durationS, units, line: first })]
    },
  }
}
