import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { amount, isFields, member, stringOrNull } from './field.ts'
import { record } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'
import { wholeText } from './whole-text.ts'

const DATA = /^\uFEFF?\s*\{(?=[\s\S]*"steps"\s*:)(?=[\s\S]*"energy_joules"\s*:)/
const OUTPUT = /^\uFEFF?\s*(?:#+\s*)?Eco[- ]CI Output/i

/** One step of the file, all values text; for a file that is no JSON, because a label with a quote is written as it is. */
const STEP =
  /\{\s*"label"\s*:\s*"([\s\S]*?)"\s*,\s*"cpu_avg_percent"\s*:\s*"([^"]*)"\s*,\s*"energy_joules"\s*:\s*"([^"]*)"\s*,\s*"power_avg_watts"\s*:\s*"([^"]*)"\s*,\s*"time"\s*:\s*"([^"]*)"\s*\}/g

interface Step {
  readonly label: string
  readonly joules: number
  readonly seconds: number
}

/** Eco-CI (github.com/green-coding-solutions/eco-ci-energy-estimation). */
export const ecoCi: LogFormat = {
  name: 'eco-ci',
  title: 'Eco-CI lap-data.json, total-data.json and the table it prints',
  figures: 'J as text, no PUE, no emissions; modelled (its CPU curve)',
  example:
    '{"repository": "me%2Fapp", "branch": "main", "workflow": "77", "run_id": "1234", "steps": [{"label": "Build", "cpu_avg_percent": "55.10", "energy_joules": "720.00", "power_avg_watts": "6.00", "time": "120.00"}]}\n',
  detect: (head) => DATA.test(head) || OUTPUT.test(head),
  async read({ file, text }) {
    const refusals = new Refusals(file)
    let records: EnergyRecord[] = []
    try {
      const whole = await wholeText(text)
      records = OUTPUT.test(whole) ? [printed(whole, file)] : dataRecords(whole, file)
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      refusals.add(null, error.message)
    }
    return { records, refusals: refusals.list() }
  },
}

function dataRecords(text: string, file: string): EnergyRecord[] {
  const { steps, run } = parsed(text)
  if (steps.length === 0) throw new MeasurementError('there are no steps in it')
  const isTotal = steps.length === 1 && steps[0]?.label === 'TOTAL'
  const joules = steps.reduce((sum, step) => sum + step.joules, 0)
  // All jobs of a workflow share the run id: the sum tells them apart, and joins a total to its own laps.
  const runId = run === null ? null : `eco-ci ${run} ${joules.toFixed(0)} J`
  return steps.map(({ label, joules, seconds }, index) =>
    record({
      name: isTotal ? 'Eco-CI total' : label,
      runId,
      piece: isTotal || runId === null ? null : `${index} ${label}`,
      durationS: seconds,
      itWh: joules / 3600,
      cpuWh: joules / 3600,
      method: 'modelled',
      file,
      line: 1,
    }),
  )
}

function parsed(text: string): { steps: Step[]; run: string | null } {
  let data: unknown
  try {
    data = JSON.parse(text) as unknown
  } catch {
    return unescaped(text)
  }
  const list = member(data, 'steps')
  if (!Array.isArray(list)) throw new MeasurementError('steps is not a list')
  return { steps: list.map((step) => stepOf(step)), run: stringOrNull(member(data, 'run_id')) }
}

function stepOf(step: unknown): Step {
  if (!isFields(step)) throw new MeasurementError('a step is not an object')
  const text = (key: string): string => {
    const value = member(step, key)
    return typeof value === 'number' ? String(value) : (stringOrNull(value) ?? '')
  }
  const label = stringOrNull(member(step, 'label')) ?? 'step'
  return { label, joules: amount('energy_joules', text('energy_joules')), seconds: amount('time', text('time')) }
}

/** Reads steps whose labels hold bare quotes; refused when the pieces do not make the whole list. */
function unescaped(text: string): { steps: Step[]; run: string | null } {
  const list = /"steps"\s*:\s*\[([\s\S]*)\]\s*\}\s*$/.exec(text)?.[1]
  if (list === undefined) throw new MeasurementError('it is not JSON, and does not end as an Eco-CI file does')
  const rest = list.replace(STEP, '').replace(/[\s,]+/g, '')
  if (rest !== '') throw new MeasurementError('it is not JSON, and its steps cannot be told apart')
  const steps = [...list.matchAll(STEP)].map((match) => ({
    label: match[1] ?? '',
    joules: amount('energy_joules', match[3]),
    seconds: amount('time', match[5]),
  }))
  const run = /"run_id"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? null
  return { steps, run }
}

/** The table of the summary: HTML or Markdown, one row for the whole run. */
function printed(text: string, file: string): EnergyRecord {
  const row = text
    .split('\n')
    .map((line) => line.replace(/<\/t[dh]>\s*<t[dh][^>]*>/g, '|').replace(/<[^>]*>/g, '|'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
    )
    .find(([label]) => label !== undefined && /^Total Run$/i.test(label))
  if (!row) throw new MeasurementError('there is no row of the total run in it')
  const joules = amount('total energy', row[2])
  const run = /RUN-ID:\s*([^\]\s]+)/.exec(text)?.[1]
  return record({
    name: 'Eco-CI total',
    runId: run === undefined ? null : `eco-ci ${run} ${joules.toFixed(0)} J`,
    durationS: amount('duration', row[4]),
    itWh: joules / 3600,
    cpuWh: joules / 3600,
    method: 'modelled',
    file,
    line: 1,
  })
}
