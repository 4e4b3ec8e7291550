/**
 * Every parser of text that others write: whatever the text, it reads it or refuses it with an error of ours, which has one line and names
 * nothing of JavaScript. Logs (test/trackers), reports, pages and answers of grids have properties of their own.
 */
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readRecordedEnvironment } from '../src/app/action/environment.ts'
import { parseFactors } from '../src/app/logs/factors-file.ts'
import { readRange } from '../src/app/ledger/day-range.ts'
import { readingOf } from '../src/app/measure/launch.ts'
import { parseState } from '../src/app/measure/state.ts'
import { inputsOfStep } from '../src/app/policy/base-inputs.ts'
import { parsePlan } from '../src/app/plan/read-plan.ts'
import { parseConfigFile } from '../src/app/settings/config-file.ts'
import { SETTINGS, type SettingName, readSetting } from '../src/app/settings/table.ts'
import { parseBudgets } from '../src/core/parse-budget.ts'
import { durationText, parseDuration } from '../src/core/duration.ts'
import { findInstance } from '../src/data/cloud-instances.ts'
import { clockMhzOf, coresOf, cpuKey } from '../src/data/cpu-name.ts'
import { splitGpuCount } from '../src/data/gpu-names.ts'
import { findGpuShare } from '../src/data/gpu-share.ts'
import { findGpu } from '../src/data/gpus.ts'
import { runnerOf } from '../src/data/runners.ts'
import { zoneNamed } from '../src/grid/place-names.ts'
import { parametersOf } from '../src/power/llm-factor.ts'
import { ConfigurationError, MeasurementError } from '../src/core/errors.ts'
import { parseUnits } from '../src/core/functional-unit.ts'
import { instantText, parseInstant } from '../src/core/instant.ts'
import { parseNumber } from '../src/core/quantity.ts'
import { readReport, reportText } from '../src/core/report-file.ts'
import { parseArtifactName } from '../src/github/artifact-name.ts'
import { readEvent } from '../src/github/event.ts'
import { readFinishedRun } from '../src/github/workflow-run-event.ts'
import { readZipFile } from '../src/github/zip.ts'
import { readEntryFile } from '../src/ledger/entry-file.ts'
import { dayOfPath, hourPath } from '../src/ledger/entry-path.ts'
import { billionthsOf, numberOf, roundFigure } from '../src/ledger/exact-sum.ts'
import { databaseAddress } from '../src/ledger/postgres/address.ts'
import { readMonthTotals } from '../src/ledger/totals.ts'
import { parseWhere, placeName } from '../src/ledger/where.ts'
import { decodeRows } from '../src/render/shared-comment/row-codec.ts'
import { AMD_SMI, ROCM_SMI } from '../src/sensors/amd-smi.ts'
import { countCpus, cpusIn } from '../src/sensors/cpu-list.ts'
import { parseMigDevices } from '../src/sensors/mig-devices.ts'
import { NVIDIA_SMI } from '../src/sensors/nvidia-smi.ts'
import { combinedMilliwatts } from '../src/sensors/powermetrics.ts'
import { parsePs } from '../src/sensors/process-list.ts'
import { parseSamples } from '../src/sensors/sample-reader.ts'
import { XPU_SMI } from '../src/sensors/xpu-smi.ts'
import { zip } from './fakes/github/zip.ts'
import { numberBetween } from './number-between.ts'
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

const WORKFLOW = 'jobs:\n  test:\n    steps:\n      - uses: ./\n        with: {budget: 5 g, zone: DE}\n'

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
    'models: {a: {output-wh-per-1000-tokens: 0.5, input-wh-per-1000-tokens: 0}}\n',
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
  parser(
    'the name of a GPU',
    (text) => [findGpu(text), findGpuShare(text), splitGpuCount(text)],
    '8x H100 80GB',
    'A100 1g.5gb',
  ),
  parser(
    'the name of a CPU',
    (text) => [cpuKey(text), clockMhzOf(text), coresOf(text)],
    'Intel(R) Xeon(R) Gold 6148 CPU @ 2.40GHz',
    'AMD EPYC 7763 64-Core Processor',
  ),
  parser('an instance type', findInstance, 'm5.xlarge', 'Standard_D4s_v5', 'n2-standard-4'),
  parser('labels of a runner', (text) => runnerOf([text]), 'ubuntu-24.04', 'macos-15'),
  parser('the name of a grid zone', zoneNamed, 'DE', 'Germany', 'US-CAL-CISO'),
  parser('the name of a language model', parametersOf, 'llama-3.1-70b', 'mixtral-8x7b'),
  parser('a list of MIG devices', parseMigDevices, 'GPU 0: A100 (UUID: GPU-1)\n  MIG 1g.5gb Device 0: (UUID: MIG-2)\n'),
  parser(
    'totals of a month',
    (text) => readMonthTotals(text, '2026-11.json'),
    '{"v":1,"month":"2026-11","days":{},"cursors":{"octo/shop":"2026-11-24T12:00:00Z"}}',
  ),
  parser(
    'the address of a database',
    (text) => databaseAddress({ kind: 'postgres', url: text }, { CARBON_GATE_LEDGER_URL: text }),
    'postgres://ci:p%40ss@db.example:5433/carbon?sslmode=require#finance.ledger',
  ),
  parser('the workflow at the base', (text) => inputsOfStep(text, { job: 'test', action: null }), WORKFLOW),
  parser(
    'the environment of the main step',
    readRecordedEnvironment,
    '{"values":{"A":null},"fingerprints":{"B":"0a"}}',
    '{"values":{"A":1e999},"fingerprints":{}}',
  ),
  parser('a line of the sampler', readingOf, '{"t":1,"seconds":1,"itWh":0.1,"watts":20,"gpus":["A100"]}'),
  parser(
    'rows of a shared comment',
    decodeRows,
    '<!-- carbon-gate:rows {"v":3,"runs":["7.1"],"lines":[],"rows":[["a",0,"test",1,1,1,1,1,1,1,null,null,60,0,2,"A",null,null]]} -->',
  ),
  parser('a list of processors', (text) => [countCpus(text), cpusIn(text)], '0-1,4,6-7'),
  parser('a line of powermetrics', combinedMilliwatts, 'Combined Power (CPU + GPU + ANE): 1234 mW'),
  parser('output of nvidia-smi', (text) => NVIDIA_SMI.parser(2)(`${text}\n`), '0, GPU-0123abcd, NVIDIA A100, 61.3, 12'),
  parser(
    'output of amd-smi',
    (text) => AMD_SMI.parser(0)(text),
    '{"gpu_data":[{"gpu":0,"usage":{"gfx_activity":{"value":3,"unit":"%"}},"power":{"socket_power":{"value":40,"unit":"W"}}}]}',
    '[null,{"gpu":1,"power":null}]',
  ),
  parser(
    'output of rocm-smi',
    (text) => ROCM_SMI.parser(0)(text),
    '{"card0":{"Average Graphics Package Power (W)":"40.0","GPU use (%)":"3"}}',
    '{"card0":null}',
  ),
  parser('output of xpu-smi', (text) => XPU_SMI.parser(0)(`${text}\n`), '12:00:00.000, 0, 55.10, 40.0, 1000.5'),
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
        // Other tests of this process may warn in between, but not while a text is read.
        vi.mocked(process.emitWarning).mockClear()
        let value: unknown
        try {
          value = parse(text)
        } catch (error) {
          expect(error instanceof ConfigurationError || error instanceof MeasurementError, String(error)).toBe(true)
          expect((error as Error).message).toMatch(/^[^\n\r]+$/)
          if (!text.includes('undefined')) expect((error as Error).message).not.toMatch(/undefined|\[object /)
          return
        } finally {
          expect(process.emitWarning).not.toHaveBeenCalled()
        }
        for (const number of numbersIn(value)) expect(Number.isFinite(number), String(number)).toBe(true)
      }),
      { numRuns: 300, examples: valid.map((text) => [text]) },
    )
  })
})

describe('what is written is read again', () => {
  it('a duration, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 * 86_400 }), (seconds) => {
        const read = parseDuration(durationText(seconds), 'within')
        // Days are written with hours, and without minutes.
        const lost = seconds < 60 ? 0 : seconds < 86_400 ? 30 : 3600
        expect(Math.abs(read - seconds)).toBeLessThanOrEqual(lost)
        expect(parseDuration(durationText(read), 'within')).toBe(read)
      }),
    )
  })

  it('a time, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (ms) => {
        expect(parseInstant(instantText(ms / 1000), 'at')).toBe(ms / 1000)
      }),
    )
  })

  it('a figure of a ledger, as the sum that it is part of', () => {
    fc.assert(
      fc.property(numberBetween(0, 1e12), numberBetween(0, 1e12), (a, b) => {
        const [first, second] = [roundFigure(a) ?? 0, roundFigure(b) ?? 0]
        expect(numberOf(billionthsOf(first))).toBe(first)
        const sum = billionthsOf(first) + billionthsOf(second)
        expect(numberOf(sum - billionthsOf(second))).toBe(first)
      }),
    )
  })

  it('the hour of an entry, as the day of its file', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (ms) => {
        const at = new Date(ms).toISOString()
        expect(dayOfPath(hourPath(at))).toBe(at.slice(0, 10))
      }),
    )
  })

  it('the place of a ledger', () => {
    fc.assert(
      fc.property(textsNear(['https://h/r.git#a/b', '../r.git', 'git@h:o/r.git#refs/x/y', 'a/b#c']), (text) => {
        let place: ReturnType<typeof parseWhere>
        try {
          place = parseWhere(text)
        } catch {
          return
        }
        expect(parseWhere(placeName(place))).toEqual(place)
      }),
      { numRuns: 1000 },
    )
  })

  it('a budget line that is shown', () => {
    const lines = ['5 g', '20 g per workflow', '40 mg per 1000 inferences', '+10 % vs main', '2.5 kg CO2e per month']
    fc.assert(
      fc.property(textsNear(lines), (text) => {
        let budgets: ReturnType<typeof parseBudgets>
        try {
          budgets = parseBudgets(text)
        } catch {
          return
        }
        expect(parseBudgets(budgets.map(({ line }) => line).join('\n'))).toEqual(budgets)
      }),
      { numRuns: 1000 },
    )
  })
})
