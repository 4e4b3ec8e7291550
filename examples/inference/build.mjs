/** Builds both models, and measures their accuracy on samples that the fit has not seen. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { CLASSES, WIDTH, fitReadout, fp32Model, int8Model, randomLayers, samples } from './classifier.mjs'
import { openModel } from './runtime.mjs'

mkdirSync('out', { recursive: true })
const layers = randomLayers()
writeFileSync('out/features.onnx', fp32Model(layers))
const training = samples(1000, 10)
const features = await (await openModel('out/features.onnx', WIDTH))(training.inputs)
layers.push(fitReadout(features, training.labels))
writeFileSync('out/fp32.onnx', fp32Model(layers))
writeFileSync('out/int8.onnx', int8Model(layers))

const test = samples(1000, 11)
const accuracy = {}
for (const name of ['fp32', 'int8']) {
  const scores = await (await openModel(`out/${name}.onnx`, WIDTH))(test.inputs)
  const right = test.labels.filter((label, at) => {
    const row = scores.subarray(at * CLASSES, (at + 1) * CLASSES)
    return row.indexOf(Math.max(...row)) === label
  })
  accuracy[name] = right.length / test.labels.length
}
writeFileSync('out/accuracy.json', JSON.stringify(accuracy))
