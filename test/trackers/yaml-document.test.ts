import { expect, test } from 'vitest'
import { MeasurementError } from '../../src/core/errors.ts'
import { yamlDocument } from '../../src/trackers/yaml-document.ts'
import { cpuMsOf } from '../wait-until.ts'

test('scalars stay as they are written', () => {
  expect(yamlDocument('a: 0x10\nb: [.inf, 1_000]\nc: &x {d: "1"}\ne: *x\n')).toEqual({
    a: '0x10',
    b: ['.inf', '1_000'],
    c: { d: '1' },
    e: { d: '1' },
  })
  expect(yamlDocument('a: 1\n---\nb: 2\n')).toEqual({ a: '1' })
})

test.each([
  ['a: [1, 2', 'it is not YAML: '],
  ['a: 1\n}\n', 'it is not YAML: '],
  ['a: "x', 'it is not YAML: '],
  ['a: !<tag x\n', 'it is not YAML: '],
  ['a: 1\na: 2\n', 'the key "a" appears twice'],
  ['a: *b\n', 'the YAML cannot be expanded'],
])('%j is refused once, in one line', (text, why) => {
  const read = (): unknown => yamlDocument(text)
  expect(read).toThrow(MeasurementError)
  expect(read).toThrow(why)
  expect(read).not.toThrow(/not YAML.*not YAML|\n/)
})

test.each(['[', '- ', '? ', '? {a: [[[[[[[\n', '- {a: 1, b: 2, c: 3, d: 4}\n', 'a: b: c\n', '}\n'])(
  '4 MB of %j are refused before anything is built',
  async (piece) => {
    const text = piece.repeat(4e6 / piece.length)
    const cpuMs = await cpuMsOf(() => expect(() => yamlDocument(text)).toThrow(/nested deeper|tokens/))
    expect(cpuMs).toBeLessThan(5000)
  },
)
