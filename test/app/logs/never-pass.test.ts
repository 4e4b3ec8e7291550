import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { reportOfFigures } from '../../../src/app/logs/logs-report.ts'
import { type LogFigures, logFigures } from '../../../src/app/logs/summarize.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { MeasurementError } from '../../../src/core/errors.ts'
import { contradictionIn } from '../../../src/core/contradiction.ts'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { readReport, reportText } from '../../../src/core/report-file.ts'
import { columnMapping } from '../../../src/trackers/column-mapping.ts'
import { FORMATS } from '../../../src/trackers/formats.ts'
import type { LogFormat, LogSettings } from '../../../src/trackers/tracker.ts'
import { readText } from '../../trackers/log-text.ts'
import {
  type Damage,
  numbersIn,
  replaced,
  truncated,
  withBlankColumns,
  withoutValues,
  withPauses,
} from './damaged-log.ts'
import { exampleOf } from '../../trackers/examples.ts'

const settings: LogSettings = {
  mapping: columnMapping({ energy: 'energy_used in kWh', emissions: 'co2 in kg', run: 'job' }),
  intervalS: null,
}

const BUDGETS = ['1 t', '1 MWh'].map((line) => ({ budget: parseBudget(line), source: 'flag' as const }))

interface Outcome {
  readonly verdict: string
  /** Wh, or g of a log without energy; null when nothing was read. */
  readonly figure: number | null
  readonly figures: LogFigures | null
}

/** Reads and judges one log as the command does, under budgets that any figure is below. */
async function outcomeOf(format: LogFormat, text: string): Promise<Outcome> {
  const { records, refusals } = await readText(format, text, { settings })
  try {
    const figures = logFigures(
      {
        records,
        refusals,
        notes: [],
        unknown: [],
        files: new Map([['log', { format, fingerprint: null, lines: null }]]),
      },
      { pue: null, grid: null, units: null, onMeasurementError: 'fail', factors: [], minCoverage: 0.9 },
    )
    const draft = reportOfFigures(figures, 'log')
    const energyWh = draft.energy.it_wh
    const budgets = energyWh === null ? BUDGETS.slice(0, 1) : BUDGETS.slice(draft.emissions.total_g === null ? 1 : 0)
    const report = judgeReport(draft, 'test', budgets, { doubt: figures.doubt, ownScopes: ['job'] })
    const { verdict } = report
    // A report has finite figures that do not contradict each other, or it cannot be read.
    expect(contradictionIn(report)).toBeNull()
    readReport(reportText(report), 'report.json')
    return { verdict, figure: energyWh ?? draft.emissions.total_g, figures }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    return { verdict: 'indeterminate', figure: null, figures: null }
  }
}

const folder = new URL('../../fixtures/logs/', import.meta.url)
const fixtures = Object.keys(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as object)

/** Every log to damage: the example of each format and its fixtures. */
const LOGS = FORMATS.flatMap((format) => [
  { name: `${format.name}: example`, format, text: exampleOf(format.name) },
  ...fixtures
    .filter((file) => file.startsWith(`${format.name}/`))
    .map((file) => ({ name: file, format, text: readFileSync(new URL(file, folder), 'utf8') })),
])

/** Fails where a damaged log passes with less than the whole log holds. */
async function expectNoPass(format: LogFormat, whole: number, damages: readonly Damage[]): Promise<void> {
  for (const { what, text, comparedWith } of damages) {
    const { verdict, figure } = await outcomeOf(format, text)
    if (verdict !== 'pass') continue
    const full = comparedWith === undefined ? whole : ((await outcomeOf(format, comparedWith)).figure ?? 0)
    if ((figure ?? 0) < full * (1 - 1e-9)) expect.fail(`${what}: ${figure} of ${full} passes\n${text.slice(0, 2000)}`)
  }
}

/** Columns that are blank in all rows on a machine without that meter. */
const MAY_BE_BLANK: Readonly<Record<string, string>> = { pyrapl: 'dram' }

/** Most damages of one kind for each log: the whole matrix has to stay quick. */
const MOST = 40

/** Logs that pass as long as they are whole, with what they hold. */
const WHOLE_LOGS = (
  await Promise.all(
    LOGS.map(async ({ name, format, text }) => ({ name, format, text, whole: await outcomeOf(format, text) })),
  )
).filter(({ whole }) => whole.verdict === 'pass')

test('Every format has a log that passes, but counts of units and months of an account.', () => {
  const passing = new Set(WHOLE_LOGS.map(({ format }) => format.name))
  expect(FORMATS.map(({ name }) => name).filter((name) => !passing.has(name))).toEqual([
    'aws-carbon',
    'gcp-carbon',
    'azure-carbon',
    'trtexec',
    'trtexec-times',
    'onnxruntime',
    'onnxruntime-profile',
    'count',
  ])
})

describe.each(WHOLE_LOGS.map((log) => [log.name, log] as const))('%s', (_, { format, text, whole }) => {
  const figure = whole.figure ?? 0

  test('A log that lost a value, a column or its end never passes with less energy.', async () => {
    expect(figure).toBeGreaterThan(0)
    await expectNoPass(format, figure, withoutValues(text, MOST))
    await expectNoPass(format, figure, withBlankColumns(text, MAY_BE_BLANK[format.name]))
    await expectNoPass(format, figure, truncated(text, MOST))
  })

  test('A log whose figures are all 0 never passes.', async () => {
    const counted = []
    for (const place of numbersIn(text, 200)) {
      if ((await outcomeOf(format, replaced(text, [place], '0'))).figure !== figure) counted.push(place)
    }
    expect(counted).not.toEqual([])
    await expectNoPass(format, figure, [{ what: 'all figures are 0', text: replaced(text, counted, '0') }])
  })
})

/** Numbers that a broken logger writes. */
const STRANGE = ['1e300', '1e15', '99999999999999', '1e-12']

test.each(LOGS.map((log) => [log.name, log] as const))(
  '%s: a figure that is huge or tiny is read or refused without a fault',
  async (_, { format, text }) => {
    for (const place of numbersIn(text, MOST)) {
      for (const number of STRANGE) {
        const { figure } = await outcomeOf(format, replaced(text, [place], number))
        expect(figure === null || (Number.isFinite(figure) && figure >= 0), `${number} at ${place.from}`).toBe(true)
      }
    }
  },
)

const SAMPLED_LOGS = WHOLE_LOGS.filter(
  ({ whole, text }) => whole.figures?.parts.some(({ coverage }) => coverage !== null) && withPauses(text).length > 0,
)

test.each(SAMPLED_LOGS.map((log) => [log.name, log] as const))(
  '%s: a hole in the samples never passes',
  async (_, { format, text }) => {
    for (const { what, text: paused } of withPauses(text)) {
      expect((await outcomeOf(format, paused)).verdict, what).not.toBe('pass')
    }
  },
)

/** The power that experiment-impact-tracker attributes to a process may be 0. */
const METERED_LOGS = SAMPLED_LOGS.filter(({ format }) => format.name !== 'experiment-impact-tracker')

test.each(METERED_LOGS.map((log) => [log.name, log] as const))(
  '%s: a meter that reads 0 from one sample on never passes',
  async (_, { format, text, whole }) => {
    const counted = []
    for (const place of numbersIn(text, 200)) {
      const { figure } = await outcomeOf(format, replaced(text, [place], '0.00'))
      if (figure !== null && whole.figure !== null && figure < whole.figure) counted.push(place)
    }
    const later = counted.slice(Math.floor(counted.length / 2))
    expect(later).not.toEqual([])
    expect((await outcomeOf(format, replaced(text, later, '0.00'))).verdict).not.toBe('pass')
  },
)
