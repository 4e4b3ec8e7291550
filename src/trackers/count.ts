import { parseUnits } from '../core/functional-unit.ts'
import { record } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'
import { wholeText } from './whole-text.ts'

/** A plain number of the functional unit in a file of its own: `1000 inferences`. */
export const count: LogFormat = {
  name: 'count',
  title: 'a file that says `1000 inferences`: count of the functional unit',
  figures: 'no energy: the count for the power logs beside it',
  example: '500 requests\n',
  detect: (head) =>
    head.length < 200 && !/\S[\r\n]+\s*\S/.test(head) && parseUnits(head.replace(/^\uFEFF/, '')) !== null,
  async read({ file, text }) {
    const units = parseUnits(await wholeText(text))
    const refusals = new Refusals(file)
    if (units === null) refusals.add(1, 'it is not a count such as `1000 inferences`')
    return {
      records: units === null ? [] : [record({ name: 'count', units, method: 'measured', file, line: 1 })],
      refusals: refusals.list(),
    }
  },
}
