import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { MeasurementError } from '../../src/core/errors.ts'
import { plainYaml } from '../../src/trackers/plain-yaml.ts'
import { largeDocument, yamlDocument } from '../../src/trackers/yaml-document.ts'
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

const scalar = fc.oneof(
  fc.constantFrom(
    '',
    '0.5',
    '-1',
    '1e3',
    'a: b',
    'x #y',
    "it's",
    '"',
    '- a',
    '-',
    '~',
    'null',
    '2026-03-02T08:00:00.000Z',
    '{}',
    'a\nb',
    '  ',
    'a:',
    '&a',
    '*a',
    '!t',
    '%',
    'a b',
    'é',
    '---',
    '...',
    '?',
    '|',
    'a,b',
  ),
  fc.string({ maxLength: 6 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
)
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'energy', 'cpu/energy', 'web server', '1', 'x.y', '__proto__', 'a:b', '-k'),
  fc.string({ minLength: 1, maxLength: 4 }),
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}))
const manifest = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 })

/** What the library reads; undefined where it refuses. */
function whole(text: string): unknown {
  try {
    return yamlDocument(text)
  } catch {
    return undefined
  }
}

test('The fast readers give what the library gives, or leave the text to it', () => {
  const options = fc.record({
    indent: fc.integer({ min: 1, max: 4 }),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20),
  })
  let read = 0
  fc.assert(
    fc.property(manifest, options, (value, how) => {
      const text = stringify(value, how)
      for (const fast of [plainYaml(text), largeDocument(text)]) {
        if (fast === null) continue
        read += 1
        expect(fast).toEqual(whole(text))
      }
    }),
    { numRuns: 1000 },
  )
  expect(read).toBeGreaterThan(50)
})

test('The fast readers give what the library gives for lines that belong to no valid document', () => {
  const often = <T>(usual: readonly T[], ...rare: readonly T[]) =>
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) })
  const line = fc
    .tuple(
      often(['', '  '], ' ', '    '),
      often(['', '- '], '-  ', '- - ', '? ', '-'),
      often(['a: ', 'b: ', 'c d: '], '', 'a:', '"a": ', 'a:b: ', '#', '---', '...', '%TAG ', 'a : '),
      often(['1', 'x y', '', "'q'"], '{}', '[]', '|', '>', 'a #c', '&x 1', '*x', '!t 1', 'x:', '- 1', '"a', ' '),
    )
    .map((parts) => parts.join(''))
  let read = 0
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), fc.boolean(), (lines, ends) => {
      const text = lines.join('\n') + (ends ? '\n' : '')
      for (const fast of [plainYaml(text), largeDocument(text)]) {
        if (fast === null) continue
        read += 1
        expect(fast, text).toEqual(whole(text))
      }
    }),
    { numRuns: 4000 },
  )
  expect(read).toBeGreaterThan(100)
})

test('A list of a million scalars is read in seconds', async () => {
  const cpuMs = await cpuMsOf(() => expect(plainYaml(`a:\n${'- x\n'.repeat(1e6)}`)).toHaveProperty('a.length', 1e6))
  expect(cpuMs).toBeLessThan(5000)
})

test('A manifest beyond what the library may take is read', () => {
  const row = '        - timestamp: 2026-03-02T08:00:00.000Z\n          duration: 3600\n          energy: 0.002\n'
  const text = `# start\nname: x\ndescription: |\n  two\n\n  lines\ntree:\n  children:\n    web:\n      outputs:\n${row.repeat(60_000)}`
  expect(text.length).toBeGreaterThan(5e6)
  expect(yamlDocument(text)).toMatchObject({
    name: 'x',
    description: 'two\n\nlines\n',
    tree: { children: { web: { outputs: { length: 60_000 } } } },
  })
})

test.each(['\r', '\u0085', '\u2028', '\u2029'])('A large document is not split at %j', (sign) => {
  const text = `a: x${sign}b: y\nc: 1\n`
  expect(largeDocument(text)).toBeNull()
  const large = `${text}d:\n${'  - 1\n'.repeat(20_000)}`
  let expected: unknown = null
  try {
    expected = yamlDocument(text)
  } catch {
    expect(() => yamlDocument(large)).toThrow(MeasurementError)
    return
  }
  expect(yamlDocument(large)).toMatchObject(expected as object)
})
