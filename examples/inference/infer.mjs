/** `node infer.mjs MODEL COUNT`: the work that is measured. */
import { WIDTH, samples } from './classifier.mjs'
import { openModel } from './runtime.mjs'

const [file, count] = process.argv.slice(2)
const BATCH = 20
const infer = await openModel(file, WIDTH)
const { inputs } = samples(BATCH, 12)
for (let done = 0; done < Number(count); done += BATCH) await infer(inputs)
