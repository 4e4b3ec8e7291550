/**
 * Every parser of text that others write: whatever the text, it reads it or refuses it with an error of ours, which has one line and names
 * nothing of JavaScript. Logs (test/trackers), reports, pages and answers of grids have properties of their own.
 */
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { parseFactors } from '../src/app/logs/factors-file.ts'
import { readRange } from '../src/app/ledger/day-range.ts'
import { parseState } from '../src/app/measure/state.ts'
import { parsePlan } from '../src/app/plan/read-plan.ts'
import { parseConfigFile } from '../src/app/settings/config-file.ts'
import { SETTINGS, type SettingName, readSetting } from '../src/app/settings/table.ts'
import { parseBudgets } from '../src/core/parse-budget.ts'
import { parseDuration } from '../src/core/duration.ts'
import { ConfigurationError, MeasurementError } from '../src/core/errors.ts'
import { parseUnits } from '../src/core/functional-unit.ts'
import { parseInstant } from '../src/core/instant.ts'
import { parseNumber } from '../src/core/quantity.ts'
import { readReport, reportText } from '../src/core/report-file.ts'
import { parseArtifactName } from '../src/github/artifact-name.ts'
import { readEvent } from '../src/github/event.ts'
import { readFinishedRun } from '../src/github/workflow-run-event.ts'
import { readZipFile } from '../src/github/zip.ts'
import { readEntryFile } from '../src/ledger/entry-file.ts'
import { parseWhere } from '../src/ledger/where.ts'
import { parseMigDevices } from '../src/sensors/mig-devices.ts'
import { parsePs } from '../src/sensors/process-list.ts'
import { parseSamples } from '../src/sensors/sample-reader.ts'
import { zip } from './fakes/github/zip.ts'
import { sampleReport } from './sample-report.ts'

interface Parser {
  readonly name: string
  readonly parse: (text: string) => unknown
  readonly valid: readonly string[]
}

const parser = (name: string, parse: Parser['parse'], ...valid: string[]): Parser => ({ name, parse, valid })

const EVENT = {
  repository: { full_name: 'octo/shop' },
  pull_request: { number: 7, head: { sha: 'a'.repeat(40), ref: 'b' }, base: { sha: 'b'.repeat(40), ref: 'main' } },
  workflow_run: { id: 1, event: 'pull_request', head_sha: 'c'.repeat(40), pull_requests: [{ number: 7 }] },
}
const ZIP_LIMITS = { entries: 8, compressedBytes: 1 << 20, bytes: 1 << 20, ratio: 200 }
const ZIP = zip([{ name: 'report.json', content: '{"a":1}' }]).toString('latin1')

const PARSERS: readonly Parser[] = [
  parser(
    'budget lines',
    parseBudgets,
    '5 g\n20 g per workflow\n+10 % vs main',
    '40 mg per 1000 inferences',
    '-20 % vs variant a',
  ),
  parser('a duration', (text) => parseDuration(text, 'within'), '1 h 30 min', 'PT1H30M', '90s'),
  parser('a time', (text) => parseInstant(text, 'at'), '2026-11-24T12:00:00Z', '2026-11-24T12:00:00.5+01:00'),
  parser('a functional unit', parseUnits, '1000 inferences', '1e3 output tokens'),
  parser('a number', parseNumber, '1.5e3', '-0', '1000'),
  parser('a month', (text) => readRange({ month: text }, 0), '2026-11'),
  parser('a day', (text) => readRange({ from: text }, 1e12), '2026-11-24', '30d'),
  parser(
    'the place of a ledger',
    parseWhere,
    'carbon-ledger',
    'postgres://u:p@h/d',
    '../r.git#main',
    'https://h/r.git',
  ),
  parser(
    'the config file',
    (text) => parseConfigFile(text, 'carbon-gate.yml'),
    'budgets: [5 g]\nzone: DE\nrunners: {big: {cpu: EPYC 7763, vcpus: 4}}\nextends: octo/.github\nprotect: true\n',
  ),
  parser(
    'a plan',
    (text) => parsePlan(text, 'plan.yml'),
    '[]: 1\nhours: 1\n',
    'name: a\nzone: DE\nphases:\n  - name: train\n    hours: 10\n    gpu: H100\n    gpus: 8\n    runs: 3\n',
  ),
  parser(
    'factors of models',
    (text) => parseFactors(text, 'f.yml'),
    'models: {a: {output-wh-per-1000-tokens: 0.5}}\n',
    'models: {[]: 1}\n',
  ),
  parser('a report', (text) => readReport(text, 'r.json'), reportText(sampleReport('test', 10))),
  parser(
    'lines of a ledger',
    (text) => readEntryFile(text, '2026-11.jsonl'),
    '{"v":1,"id":"a","at":"2026-11-24T12:00:00Z"}\n',
  ),
  parser(
    'the state of a measurement',
    parseState,
    '{"version":1,"root":"/","start":{"at":{"monotonicMs":1,"wallMs":2}}}',
  ),
  parser('samples', parseSamples, '{"v":1}\n{"t":1000,"b":5,"m":100}\n{"t":2000,"b":9,"m":100}\n'),
  parser('the name of an artifact', parseArtifactName, 'carbon-gate.job.test.0a1b.123.1'),
  parser('the event of a run', (text) => readEvent({ GITHUB_EVENT_PATH: 'e' }, () => text), JSON.stringify(EVENT)),
  parser('the event of a finished run', (text) => readFinishedRun(objectIn(text)), JSON.stringify(EVENT)),
  parser('an archive', (text) => readZipFile(Buffer.from(text, 'latin1'), 'report.json', ZIP_LIMITS), ZIP),
  parser('a list of MIG devices', parseMigDevices, 'GPU 0: A100 (UUID: GPU-1)\n  MIG 1g.5gb Device 0: (UUID: MIG-2)\n'),
  parser('processes of macOS', parsePs, '  7  1  7 S Tue Nov 24 12:00:00 2026\n'),
  ...(Object.keys(SETTINGS) as SettingName[]).map((name) =>
    parser(`setting ${name}`, (text) => readSetting(name, text), '1', '0.3 kW', 'DE', 'true', '5 g', 'a: b in kWh'),
  ),
]

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Texts that no one would write, and valid ones with a part taken out, doubled or replaced. */
const textsNear = (valid: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.json({ maxDepth: 3 }),
    fc
      .tuple(
        fc.constantFrom(...valid),
        fc.nat(2000),
        fc.nat(40),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 8 }),
          fc.constantFrom(
            '',
            '0',
            '-1',
            '1e999',
            'NaN',
            'null',
            '[]',
            '{}',
            '"',
            '\n',
            ': ',
            '&a *a',
            '__proto__',
            '\u0000',
          ),
        ),
      )
      .map(([text, at, length, part]) => {
        const start = at % (text.length + 1)
        return text.slice(0, start) + part + text.slice(start + length)
      }),
  )

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return []
  return (value instanceof Map ? [...value.values()] : Object.values(value)).flatMap(numbersIn)
}

// Node.js would print it on standard error, among what the command says.
beforeEach(() => void vi.spyOn(process, 'emitWarning').mockImplementation(() => {}))

describe.each(PARSERS)('$name', ({ parse, valid }) => {
  it('is read from any text, or refused in one line', () => {
    fc.assert(
      fc.property(textsNear(valid), (text) => {
        let value: unknown
        try {
          value = parse(text)
        } catch (error) {
          expect(error instanceof ConfigurationError || error instanceof MeasurementError, String(error)).toBe(true)
          expect((error as Error).message).toMatch(/^[^\n\r]+$/)
          if (!text.includes('undefined')) expect((error as Error).message).not.toMatch(/undefined|\[object /)
          return
        }
        for (const number of numbersIn(value)) expect(Number.isNaN(number)).toBe(false)
      }),
      { numRuns: 300, examples: valid.map((text) => [text]) },
    )
    expect(process.emitWarning).not.toHaveBeenCalled()
  })
})
