import { gzipSync } from 'node:zlib'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LogFigures } from '../../../src/app/logs/summarize.ts'
import { ConfigurationError, MeasurementError } from '../../../src/core/errors.ts'
import { columnMapping } from '../../../src/trackers/column-mapping.ts'
import { FORMATS } from '../../../src/trackers/formats.ts'
import { grams, itWh, read, workspace } from './log-folder.ts'
import { exampleOf } from '../../trackers/examples.ts'

const mapping = columnMapping({ energy: 'energy_used in kWh', emissions: 'co2 in kg', run: 'job' })

interface Outcome {
  /** Wh and g; null where nothing was read. */
  readonly figures: readonly (number | null)[] | null
  readonly codes: readonly string[]
  readonly isDoubtful: boolean
  readonly error: string | null
}

/** Reads logs as the command does. */
async function outcomeOf(format: string, files: Record<string, string | Buffer>): Promise<Outcome> {
  const folder = workspace()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  let figures: LogFigures
  try {
    figures = await read(folder, { files: Object.keys(files), ...(format === 'generic' && { mapping }) })
  } catch (error) {
    if (!(error instanceof MeasurementError || error instanceof ConfigurationError)) throw error
    return { figures: null, codes: [], isDoubtful: true, error: error.message }
  }
  const { notes, doubt } = figures
  const rounded = [itWh(figures), grams(figures)].map((each) => (each === null ? null : Number(each.toPrecision(9))))
  return { figures: rounded, codes: notes.map(({ code }) => code), isDoubtful: doubt !== null, error: null }
}

const inLines = (text: string, wrap: (line: string) => string): string =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${wrap(line)}\n`)
    .join('')

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

/** Other forms in which the same log may be given. None of them changes its figures. */
const FORMS: Record<string, (text: string) => string | Buffer> = {
  'with line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text) => `\uFEFF${text}`,
  'as UTF-16': utf16,
  'as UTF-16 with swapped bytes': (text) => utf16(text).swap16(),
  'as UTF-16 without a byte order mark': (text) => Buffer.from(text, 'utf16le'),
  'as UTF-16 with swapped bytes and without a mark': (text) => Buffer.from(text, 'utf16le').swap16(),
  'with blank lines at its end': (text) => `${text}\n\n`,
  'in a log of containerd': (text) => inLines(text, (line) => `2026-01-01T00:00:00Z stdout F ${line}`),
  'in a log of containerd, in parts': (text) =>
    inLines(text, (line) => {
      const half = Math.floor(line.length / 2)
      const time = '2026-01-01T00:00:00.123456789+01:00 stderr'
      return `${time} P ${line.slice(0, half)}\n${time} F ${line.slice(half)}`
    }),
  'in a log of Docker': (text) =>
    inLines(text, (line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-01-01T00:00:00.1Z' })),
  'in a log of a CI job': (text) => inLines(text, (line) => `2026-01-01T00:00:00.1234567Z ${line}`),
  'in a log of journald': (text) => inLines(text, (line) => `Mar  2 08:15:00 runner-1 train[812]: ${line}`),
  'in a log of journald with the year': (text) =>
    inLines(text, (line) => `2026-03-02T08:15:00+0100 runner-1 train.sh[812]: ${line}`),
  'in a log of ts': (text) => inLines(text, (line) => `Mar 02 08:15:00 ${line}`),
  'in a log of kubectl with the names of pods': (text) => inLines(text, (line) => `[pod/train-x7k2p/main] ${line}`),
  'in a log of Docker Compose': (text) => inLines(text, (line) => `train-1  | ${line}`),
  'in a log of Docker Compose inside that of a CI job': (text) =>
    inLines(text, (line) => `2026-01-01T00:00:00.1234567Z train-1  | ${line}`),
  'in a log of Docker Compose with times': (text) =>
    inLines(text, (line) => `train-1  | 2026-01-01T00:00:00.123456789Z ${line}`),
  'in a log of containerd inside that of Docker': (text) =>
    inLines(text, (line) =>
      JSON.stringify({
        log: `2026-01-01T00:00:00Z stdout F ${line}\n`,
        stream: 'stdout',
        time: '2026-01-01T00:00:00.1Z',
      }),
    ),
}

/** Formats whose example has an energy or emissions. Logs of counts need a second log to become a figure. */
const WITH_FIGURES = FORMATS.filter(({ name }) => !/^(?:trtexec|onnxruntime|count)/.test(name))

/** Formats of plans, estimates and models. Two runs with the same input write the same file. */
const MAY_BE_TWO = new Set([
  'green-algorithms',
  'ga4hpc',
  'vllm',
  'aws-carbon',
  'gcp-carbon',
  'azure-carbon',
  'codecarbon-console',
  'impact-framework',
  'experiment-impact-tracker',
])

/** Formats whose example has so few digits that two runs may agree by chance. */
const HAS_FEW_DIGITS = new Set(['huggingface', 'generic', 'llm-usage', 'github-billing'])

describe.each(WITH_FIGURES.map(({ name }) => [name, exampleOf(name)] as const))('%s', (name, text) => {
  test('has the same figures in every form of the file', async () => {
    const plain = await outcomeOf(name, { log: text })
    expect(plain.figures).not.toBeNull()
    for (const [form, formOf] of Object.entries(FORMS)) {
      expect({ form, ...(await outcomeOf(name, { log: formOf(text) })) }).toEqual({ form, ...plain })
    }
  })

  test('is refused in one line if it is compressed or has NUL', async () => {
    // The property lists of powermetrics are separated by NUL.
    const withNul = name === 'powermetrics-plist' ? [] : [Buffer.from(`${text}\0`)]
    for (const contents of [gzipSync(text), ...withNul]) {
      const { figures, error } = await outcomeOf(name, { log: contents })
      expect(figures).toBeNull()
      expect(error).toMatch(/^log log is [^\n]+$/)
    }
  })

  test('is refused if the lines of two containers are mixed', async () => {
    // Usage logs add up requests, wherever they come from.
    if (name === 'llm-usage') return
    const lines = inLines(text, (line) => `train-1  | ${line}`).split('\n')
    const mixed = [...lines.slice(0, 1), 'eval-1   | ready', ...lines.slice(1)].join('\n')
    const late = [
      ...lines.slice(0, -1),
      ...Array.from({ length: 60 }, () => 'train-1  | '),
      'eval-1   | ready',
      '',
    ].join('\n')
    for (const contents of [mixed, late]) {
      const { isDoubtful, error } = await outcomeOf(name, { log: contents })
      expect(isDoubtful).toBe(true)
      if (error !== null)
        expect(error).toMatch(/mixes the lines of "train-1" and "eval-1"|^log log is of no known format/)
    }
  })

  test('adds no energy as a copy, or gets a warning that names both files', async () => {
    const plain = await outcomeOf(name, { log: text })
    for (const copy of [text, text.replaceAll('\n', '\r\n'), utf16(text), `${text}\n`]) {
      const { figures, codes } = await outcomeOf(name, { log: text, copy })
      if (MAY_BE_TWO.has(name) || HAS_FEW_DIGITS.has(name)) expect(codes.join()).toMatch(/log-same-figure|log-monthly/)
      else {
        expect(figures).toEqual(plain.figures)
        expect(codes.join()).toMatch(/log-copy|log-same-run/)
      }
    }
  })
})
