import { MeasurementError } from '../core/errors.ts'
import { type Fields, isFields, member, numberAt } from './field.ts'
import type { Log } from './log.ts'
import { type ValueReading, readValueLog } from './log-reading.ts'
import type { LogFormat, LogReading, LogSource } from './tracker.ts'
import { batchesCount } from './unit-count.ts'

/** Where in time one inference of a trace lies, s. */
interface Span {
  readonly from: number
  readonly to: number
}

/** How a tool writes the trace of its benchmark: a JSON array of events. */
interface TraceForm {
  readonly tool: string
  /** Whether an event may be an inference, before it is parsed: a trace has one event for each layer too. */
  mayCount(text: string): boolean
  /** @returns null for an event without an inference */
  spanOf(event: Fields): Span | null
}

/** `trtexec --exportTimes`: one event for each query, ms. Older versions name the transfers `in` and `out` and have the same two fields. */
const TRT_TIMES: TraceForm = {
  tool: 'trtexec',
  mayCount: () => true,
  spanOf: (event) => ({
    from: numberAt(event, 'startComputeMs') / 1000,
    to: numberAt(event, 'endComputeMs') / 1000,
  }),
}

/** ONNX Runtime's profile: `model_run` is one inference, in µs. */
const ORT_PROFILE: TraceForm = {
  tool: 'onnxruntime',
  mayCount: (text) => text.includes('"model_run"'),
  spanOf(event) {
    if (member(event, 'name') !== 'model_run') return null
    const from = numberAt(event, 'ts') / 1e6
    return { from, to: from + numberAt(event, 'dur') / 1e6 }
  },
}

/** The times of TensorRT's trtexec, as a file. */
export const trtexecTimes: LogFormat = {
  name: 'trtexec-times',
  title: 'trtexec --exportTimes (TensorRT): count of inferences',
  figures: 'no energy: the count of inferences for the power logs beside it',
  detect: (head) => /^\uFEFF?\s*\[\s*\{[^{}]*"startComputeMs"\s*:/.test(head),
  read: (source) => readTrace(source, TRT_TIMES),
}

/** The profile of an ONNX Runtime session, as a file. */
export const onnxruntimeProfile: LogFormat = {
  name: 'onnxruntime-profile',
  title: 'ONNX Runtime profile (onnxruntime_profile_*.json): count of inferences',
  figures: 'no energy: the count of inferences for the power logs beside it',
  detect: (head) => /^\uFEFF?\s*\[\s*\{\s*"cat"\s*:\s*"(?:Session|Node)"/.test(head),
  read: (source) => readTrace(source, ORT_PROFILE),
}

function readTrace(source: LogSource, form: TraceForm): Promise<LogReading> {
  return readValueLog(source, (log) => inferences(log, form), form)
}

function inferences(log: Log, { tool, spanOf }: TraceForm): ValueReading {
  let count = 0
  let [from, to] = [Number.POSITIVE_INFINITY, 0]
  return {
    value(event) {
      if (!isFields(event)) throw new MeasurementError('the event is not a JSON object')
      const span = spanOf(event)
      if (span === null) return
      count += 1
      from = Math.min(from, span.from)
      to = Math.max(to, span.to)
    },
    records() {
      if (count === 0) throw new MeasurementError('it has no inference')
      log.note(batchesCount(log.file))
      return [log.record({ name: tool, durationS: to - from, units: { name: 'inference', count }, line: 1 })]
    },
  }
}
