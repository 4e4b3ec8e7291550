/** Writes ONNX files: the few messages of onnx.proto that a small model needs, in the encoding of protocol buffers. */

/** Field numbers of onnx.proto. */
const MODEL = { irVersion: 1, producer: 2, graph: 7, opset: 8 }
const OPSET = { domain: 1, version: 2 }
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 }
const NODE = { input: 1, output: 2, name: 3, type: 4, attribute: 5 }
const ATTRIBUTE = { name: 1, int: 3, type: 20 }
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 }
const VALUE = { name: 1, type: 2 }

/** Types of tensors and attributes. */
export const FLOAT = 1
export const INT8 = 3
const ATTRIBUTE_INT = 2

/** Version of the format and of its operators, which every current runtime reads. */
const IR_VERSION = 8
const OPSET_VERSION = 17

function varint(value) {
  const bytes = []
  for (let rest = BigInt(value); ; rest >>= 7n) {
    const low = Number(rest & 0x7fn)
    if (rest >> 7n === 0n) return Buffer.from([...bytes, low])
    bytes.push(low | 0x80)
  }
}

function integer(field, value) {
  return Buffer.concat([varint(field << 3), varint(value)])
}

function bytes(field, content) {
  const data = typeof content === 'string' ? Buffer.from(content) : content
  return Buffer.concat([varint((field << 3) | 2), varint(data.length), data])
}

/** A constant of the graph. @param data typed array */
export function tensor(name, type, dims, data) {
  return Buffer.concat([
    ...dims.map((dim) => integer(TENSOR.dims, dim)),
    integer(TENSOR.type, type),
    bytes(TENSOR.name, name),
    bytes(TENSOR.raw, Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  ])
}

/** One operation. @param attributes whole numbers by name */
export function node(type, inputs, outputs, attributes = {}) {
  return Buffer.concat([
    ...inputs.map((name) => bytes(NODE.input, name)),
    ...outputs.map((name) => bytes(NODE.output, name)),
    bytes(NODE.name, outputs[0]),
    bytes(NODE.type, type),
    ...Object.entries(attributes).map(([name, value]) =>
      bytes(
        NODE.attribute,
        Buffer.concat([
          bytes(ATTRIBUTE.name, name),
          integer(ATTRIBUTE.int, value),
          integer(ATTRIBUTE.type, ATTRIBUTE_INT),
        ]),
      ),
    ),
  ])
}

/** A matrix of floats with any number of rows. */
function matrix(name, width) {
  const rows = bytes(1, bytes(2, 'batch'))
  const columns = bytes(1, integer(1, width))
  const type = bytes(1, Buffer.concat([integer(1, FLOAT), bytes(2, Buffer.concat([rows, columns]))]))
  return Buffer.concat([bytes(VALUE.name, name), bytes(VALUE.type, type)])
}

/** A model with one input and one output. */
export function onnxModel({ nodes, tensors, input, output }) {
  const graph = Buffer.concat([
    ...nodes.map((each) => bytes(GRAPH.node, each)),
    bytes(GRAPH.name, 'classifier'),
    ...tensors.map((each) => bytes(GRAPH.initializer, each)),
    bytes(GRAPH.input, matrix(input.name, input.width)),
    bytes(GRAPH.output, matrix(output.name, output.width)),
  ])
  return Buffer.concat([
    integer(MODEL.irVersion, IR_VERSION),
    bytes(MODEL.producer, 'carbon-gate example'),
    bytes(MODEL.graph, graph),
    bytes(MODEL.opset, Buffer.concat([bytes(OPSET.domain, ''), integer(OPSET.version, OPSET_VERSION)])),
  ])
}
