import { MeasurementError } from '../core/errors.ts'
import { amount } from './field.ts'
import { type LineReader, readLineLog } from './log-reading.ts'
import { note } from '../core/notes.ts'
import type { LogFormat } from './tracker.ts'
import { batchesCount } from './unit-count.ts'

const TIMED = /Timing trace has (\S+) queries over (\S+) (s|ms)/
const WARM_UP = /Warmup completed (\S+) queries over/

/** TensorRT's trtexec: how many inferences a benchmark timed. */
export const trtexec: LogFormat = {
  name: 'trtexec',
  title: 'trtexec output (TensorRT): count of inferences',
  figures: 'no energy: the count of inferences for the power logs beside it',
  detect: (head) => TIMED.test(head) || /^&&&& RUNNING TensorRT\.trtexec/m.test(head),
  read: (source) => readLineLog(source, benchmarks),
}

/** A file may contain several benchmarks, one after the other: they are summed. */
const benchmarks: LineReader = (log) => {
  let [count, durationS, warmUp, first] = [0, 0, 0, 1]
  return {
    line({ text, number }) {
      if (text.includes('&&&& FAILED')) throw new MeasurementError('trtexec failed')
      const warm = WARM_UP.exec(text)
      if (warm) warmUp += amount('queries', warm[1])
      const timed = TIMED.exec(text)
      if (!timed) return
      const queries = amount('queries', timed[1])
      if (!(queries > 0)) throw new MeasurementError('no query was timed')
      if (count === 0) first = number
      count += queries
      durationS += amount('time', timed[2]) * (timed[3] === 'ms' ? 1e-3 : 1)
    },
    records() {
      if (count === 0) throw new MeasurementError('it timed no queries')
      const warmed = `${warmUp} inferences of the warm-up are not in the count; a power log that covers them includes their energy`
      log.note(batchesCount(log.file), ...(warmUp > 0 ? [note('log-warm-up', warmed)] : []))
      return [log.record({ name: 'trtexec', durationS, units: { name: 'inference', count }, line: first })]
    },
  }
}
