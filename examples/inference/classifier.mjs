/**
 * A small classifier: two fixed random layers and a readout that is fitted to training data (the class with the nearest mean of
 * features). Built as fp32 and, with quantised weights, as int8.
 */
import { FLOAT, INT8, node, onnxModel, tensor } from './onnx-file.mjs'

export const WIDTH = 256
const HIDDEN = 2048
export const CLASSES = 10

/** Random numbers that are the same in every run (mulberry32). */
export function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function normalNumbers(seed) {
  const random = randomNumbers(seed)
  return () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
}

/** Spread of the samples around the centre of their class. */
const NOISE = 4.5

/** Samples of ten classes, the same in every run. @returns inputs row by row, and the class of each */
export function samples(count, seed) {
  const centre = normalNumbers(1)
  const centres = Float32Array.from({ length: CLASSES * WIDTH }, centre)
  const noise = normalNumbers(seed)
  const labels = Array.from({ length: count }, (_, at) => at % CLASSES)
  const inputs = new Float32Array(count * WIDTH)
  for (const [at, label] of labels.entries()) {
    for (let column = 0; column < WIDTH; column += 1) {
      inputs[at * WIDTH + column] = centres[label * WIDTH + column] + NOISE * noise()
    }
  }
  return { inputs, labels }
}

/** The two random layers. */
export function randomLayers() {
  return [
    [WIDTH, HIDDEN, 2],
    [HIDDEN, HIDDEN, 3],
  ].map(([rows, columns, seed]) => {
    const normal = normalNumbers(seed)
    const weights = Float32Array.from({ length: rows * columns }, () => normal() * Math.sqrt(2 / rows))
    return { rows, columns, weights, bias: new Float32Array(columns), isLast: false }
  })
}

/** Fits the last layer. @param features outputs of the random layers, row by row */
export function fitReadout(features, labels) {
  const means = new Float32Array(CLASSES * HIDDEN)
  const counts = new Float32Array(CLASSES)
  for (const [at, label] of labels.entries()) {
    counts[label] += 1
    for (let column = 0; column < HIDDEN; column += 1) means[label * HIDDEN + column] += features[at * HIDDEN + column]
  }
  const weights = new Float32Array(HIDDEN * CLASSES)
  const bias = new Float32Array(CLASSES)
  for (let label = 0; label < CLASSES; label += 1) {
    for (let column = 0; column < HIDDEN; column += 1) {
      const mean = means[label * HIDDEN + column] / counts[label]
      weights[column * CLASSES + label] = mean
      bias[label] -= (mean * mean) / 2
    }
  }
  return { rows: HIDDEN, columns: CLASSES, weights, bias, isLast: true }
}

/** The layers in 32-bit floats. */
export function fp32Model(layers) {
  return model(layers, ({ rows, columns, weights }, at, input) => ({
    nodes: [node('MatMul', [input, `w${at}`], [`product${at}`])],
    tensors: [tensor(`w${at}`, FLOAT, [rows, columns], weights)],
  }))
}

/** The same with weights of 8 bits; inputs of a layer are quantised while it runs. */
export function int8Model(layers) {
  return model(layers, ({ rows, columns, weights }, at, input) => {
    const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const scale = largest / 127
    const quantised = Int8Array.from(weights, (value) => Math.round(value / scale))
    return {
      nodes: [
        node('DynamicQuantizeLinear', [input], [`q${at}`, `scale${at}`, `zero${at}`]),
        node('MatMulInteger', [`q${at}`, `w${at}`, `zero${at}`, `none${at}`], [`sum${at}`]),
        node('Cast', [`sum${at}`], [`float${at}`], { to: FLOAT }),
        node('Mul', [`scale${at}`, `ws${at}`], [`scales${at}`]),
        node('Mul', [`float${at}`, `scales${at}`], [`product${at}`]),
      ],
      tensors: [
        tensor(`w${at}`, INT8, [rows, columns], quantised),
        tensor(`ws${at}`, FLOAT, [], Float32Array.of(scale)),
        tensor(`none${at}`, INT8, [], Int8Array.of(0)),
      ],
    }
  })
}

function model(layers, multiply) {
  const nodes = []
  const tensors = []
  let input = 'input'
  for (const [at, layer] of layers.entries()) {
    const { nodes: own, tensors: constants } = multiply(layer, at, input)
    nodes.push(...own, node('Add', [`product${at}`, `b${at}`], [`added${at}`]))
    tensors.push(...constants, tensor(`b${at}`, FLOAT, [layer.columns], layer.bias))
    input = `added${at}`
    if (!layer.isLast) {
      nodes.push(node('Relu', [input], [`out${at}`]))
      input = `out${at}`
    }
  }
  const { columns } = layers.at(-1)
  return onnxModel({
    nodes,
    tensors,
    input: { name: 'input', width: WIDTH },
    output: { name: input, width: columns },
  })
}
