import { createRequire } from 'node:module'

/** onnxruntime-node of this folder; in the repository of Carbon Gate also that of `proof`. */
function load() {
  for (const place of ['./package.json', '../../proof/package.json']) {
    try {
      return createRequire(new URL(place, import.meta.url))('onnxruntime-node')
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  throw new Error('onnxruntime-node is missing: run `npm ci --ignore-scripts` in examples/inference')
}

const { InferenceSession, Tensor } = load()

/** Opens a model, and returns a function from rows of inputs to rows of outputs. One thread: runs are easier to compare. */
export async function openModel(file, width) {
  const session = await InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  const [input] = session.inputNames
  const [output] = session.outputNames
  return async (rows) => {
    const outputs = await session.run({ [input]: new Tensor('float32', rows, [rows.length / width, width]) })
    return outputs[output].data
  }
}
