import { MeasurementError } from '../core/errors.ts'
import { parseUnits } from '../core/functional-unit.ts'
import { readTextLog } from './log-reading.ts'
import type { LogFormat } from './tracker.ts'

/** A plain number of the functional unit in a file of its own: `1000 inferences`. */
export const count: LogFormat = {
  name: 'count',
  title: 'a file that says `1000 inferences`: count of the functional unit',
  figures: 'no energy: the count for the power logs beside it',
  detect: (head) =>
    head.length < 200 && !/\S[\r\n]+\s*\S/.test(head) && parseUnits(head.replace(/^\uFEFF/, '')) !== null,
  read: (source) =>
    readTextLog(source, (text, log) => {
      const units = parseUnits(text)
      if (units === null) throw new MeasurementError('it is not a count such as `1000 inferences`')
      return [log.record({ name: 'count', units, line: 1 })]
    }),
}
