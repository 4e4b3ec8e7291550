import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { parseNumber } from '../core/quantity.ts'
import { amount, isFields, member, stringOrNull, textAt } from './field.ts'
import { type Note, note } from '../core/notes.ts'
import { parseJson } from '../core/json.ts'
import type { Log } from './log.ts'
import { readTextLog } from './log-reading.ts'
import { whOfJoules } from './record.ts'
import type { LogFormat } from './tracker.ts'

const DATA = /^\uFEFF?\s*\{(?=[\s\S]*"steps"\s*:)(?=[\s\S]*"energy_joules"\s*:)/
/** What it prints: a heading, a table in HTML or Markdown, or on GitLab one line a figure. */
const OUTPUT =
  /^\uFEFF?[ \t]*(?:#+[ \t]*)?Eco[- ]CI Output|^[^\n{]{0,300}avg\. CPU utilization \[%\][^\n]{0,100}Total Energy \[Joules\]|^"[^\n]*: Energy (?:Used )?\[Joules\]:" /im

/** One step of the file, all values text; for a file that is not valid JSON, because a label with a quote is written unescaped. */
const STEP =
  /\{\s*"label"\s*:\s*"([\s\S]{0,1000}?)"\s*,\s*"cpu_avg_percent"\s*:\s*"([^"]*)"\s*,\s*"energy_joules"\s*:\s*"([^"]*)"\s*,\s*"power_avg_watts"\s*:\s*"([^"]*)"\s*,\s*"time"\s*:\s*"([^"]*)"\s*\}/g

/** Each step is rounded to two decimals or six digits, J. */
const ROUNDED_J = 0.01

interface Step extends Measured {
  readonly label: string
}

/** Figures of a step or run. */
interface Measured {
  readonly joules: number
  /** Mean power; null where it is not a number. */
  readonly watts: number | null
  readonly seconds: number
}

/** Least share of power times time that the energy has: before it filled gaps, Eco-CI took the mean of the samples and summed up their energy. */
const LEAST_SHARE = 0.9

/** More than this share is of another unit. */
const MOST_SHARE = 2

/** Time that its sampling of each second may lose at the ends, s. */
const EDGES_S = 2

/** Rounding of the power, W. */
const ROUNDED_W = 0.005

/** Notes of an energy that is not its power times its time. */
function contradictions({ file }: Log, name: string, { joules, watts, seconds }: Measured): Note[] {
  if (watts === null) return []
  const text = `${file}: ${name} has ${joules} J, and ${watts} W over ${seconds} s`
  const [leastS, mostS] = [LEAST_SHARE * seconds - EDGES_S, MOST_SHARE * seconds + EDGES_S]
  if (joules < (watts - ROUNDED_W) * leastS) return [note('log-energy-missing', `${text}: samples are missing`)]
  return joules > (watts + ROUNDED_W) * mostS ? [note('log-contradiction', `${text}: the energy is counted`)] : []
}

/** Eco-CI (github.com/green-coding-solutions/eco-ci-energy-estimation). */
export const ecoCi: LogFormat = {
  name: 'eco-ci',
  title: 'Eco-CI lap-data.json, total-data.json and the table it prints',
  figures: 'J as text, no PUE; g only in what it prints; modelled (its CPU curve)',
  detect: (head) => DATA.test(head) || OUTPUT.test(head),
  read: (source) => readTextLog(source, (text, log) => (DATA.test(text) ? dataRecords(text, log) : printed(text, log))),
}

function dataRecords(text: string, log: Log): EnergyRecord[] {
  const { steps: all, run } = parsed(text)
  const steps = withoutTotal(all)
  if (steps.length === 0) throw new MeasurementError('it contains no steps')
  const isTotal = steps.length === 1 && steps[0]?.label === 'TOTAL'
  const runId = runIdOf(
    run,
    steps.reduce((sum, step) => sum + step.joules, 0),
  )
  return steps.map(({ label, watts, joules, seconds }, index) =>
    log.record({
      notes: contradictions(log, label, { joules, watts, seconds }),
      name: isTotal ? 'Eco-CI total' : label,
      runId,
      piece: isTotal || runId === null ? null : `${index} ${label}`,
      durationS: seconds,
      itWh: joules / 3600,
      cpuWh: joules / 3600,
      method: 'modelled',
      line: 1,
    }),
  )
}

/** All jobs of a workflow share the run id: the sum identifies them, and joins a total to its own laps. */
function runIdOf(run: string | null, joules: number): string | null {
  return run === null ? null : `eco-ci ${run} ${joules.toFixed(0)} J`
}

/** Steps of a total beside its own laps: the laps, unless the total is larger. */
function withoutTotal(steps: readonly Step[]): readonly Step[] {
  const total = steps.find(({ label }) => label === 'TOTAL')
  const laps = steps.filter((step) => step !== total)
  if (total === undefined || laps.length === 0) return steps
  const sum = laps.reduce((joules, step) => joules + step.joules, 0)
  return total.joules > sum + ROUNDED_J * laps.length ? [total] : laps
}

function parsed(text: string): { steps: Step[]; run: string | null } {
  const data = parseJson(text)
  if (data === undefined) return unescaped(text)
  const list = member(data, 'steps')
  if (!Array.isArray(list)) throw new MeasurementError('steps is not a list')
  return { steps: list.map((step) => stepOf(step)), run: textAt(data, 'run_id') }
}

function stepOf(step: unknown): Step {
  if (!isFields(step)) throw new MeasurementError('a step is not an object')
  const text = (key: string): string => {
    const value = member(step, key)
    return typeof value === 'number' ? String(value) : (stringOrNull(value) ?? '')
  }
  const label = textAt(step, 'label') ?? 'step'
  return {
    label,
    joules: amount('energy_joules', text('energy_joules')),
    watts: parseNumber(text('power_avg_watts')),
    seconds: amount('time', text('time')),
  }
}

/** Reads steps whose labels contain bare quotes. Refused if the pieces do not make the whole list. */
function unescaped(text: string): { steps: Step[]; run: string | null } {
  const start = /"steps"\s*:\s*\[/.exec(text)
  const end = text.lastIndexOf(']')
  const list = start ? text.slice(start.index + start[0].length, end) : ''
  if (start === null || !/^\s*\}\s*$/.test(text.slice(end + 1)))
    throw new MeasurementError('it is not JSON, and does not end as an Eco-CI file does')
  const rest = list.replace(STEP, '').replace(/[\s,]+/g, '')
  if (rest !== '') throw new MeasurementError('it is not JSON, and its steps are ambiguous')
  const steps = [...list.matchAll(STEP)].map((match) => ({
    label: match[1] ?? '',
    joules: amount('energy_joules', match[3]),
    watts: parseNumber(match[4] ?? ''),
    seconds: amount('time', match[5]),
  }))
  const run = /"run_id"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? null
  return { steps, run }
}

/** The run's row in the table; its earlier versions count Eco-CI's own work in it. */
const TOTAL = /^Total Run(?: \(incl\. overhead\))?$/i

/** Maximum length of its lines, characters; longer lines are skipped. */
const LONGEST_LINE = 2000

/** Figures of a run, below its energy. */
const FIGURES = [
  ['durationS', /^".*: Duration \[seconds\]:"\s+(\S+)\s*$/],
  ['emissionsG', /CO₂ from energy is:\s*([^\s<]+)/],
  ['embodiedG', /CO₂ from manufacturing \(embodied carbon\) is:\s*([^\s<]+)/],
  ['gPerKwh', /Carbon Intensity(?:<\/a>)? for this location:\s*(?:<b>)?([^\s<]+) gCO/],
] as const

interface Printed {
  readonly run: string | null
  readonly line: number
  readonly joules: number
  readonly figures: Record<(typeof FIGURES)[number][0], number | null>
  readonly notes: Note[]
}

/** Every run of a summary, with the emissions printed below it. @throws MeasurementError */
function printed(text: string, log: Log): EnergyRecord[] {
  const runs: Printed[] = []
  let run: string | null = null
  const begin = (line: number, joules: string | undefined, durationS: number | null): Printed => {
    const figures = { durationS, emissionsG: null, embodiedG: null, gPerKwh: null }
    const begun = { run, line, joules: amount('total energy', joules), figures, notes: [] }
    runs.push(begun)
    return begun
  }
  text.split('\n').forEach((line, index) => {
    if (line.length > LONGEST_LINE) return
    run = /RUN-ID:\s*([^\]\s]+)/.exec(line)?.[1] ?? run
    const [label, , energyJ, watts = '', time] = cells(line)
    if (label !== undefined && TOTAL.test(label)) {
      const seconds = amount('duration', time)
      const { joules, notes } = begin(index + 1, energyJ, seconds)
      notes.push(...contradictions(log, label, { joules, watts: parseNumber(watts), seconds }))
    }
    const energy = /^".*: Energy \[Joules\]:"\s+(\S+)\s*$/.exec(line)
    if (energy) begin(index + 1, energy[1], null)
    const last = runs.at(-1)
    for (const [figure, pattern] of last === undefined ? [] : FIGURES) {
      const found = last?.figures[figure] === null ? pattern.exec(line)?.[1] : undefined
      if (last === undefined || found === undefined) continue
      const value = parseNumber(found)
      if (value !== null && value >= 0) last.figures[figure] = value
      else {
        // The energy counts without it.
        const left = `${log.file}:${index + 1}: ${JSON.stringify(found)} is not a number: the figure is left out`
        last.notes.push(note('log-figure-left-out', left))
      }
    }
  })
  if (runs.length === 0) throw new MeasurementError('it contains no row of the total run')
  return runs.map(({ run: id, joules, figures, notes, line }) =>
    log.record({
      name: 'Eco-CI total',
      runId: runIdOf(id, joules),
      ...whOfJoules({ cpu: joules }),
      ...figures,
      notes,
      method: 'modelled',
      line,
    }),
  )
}

/** Cells of a row of a table, in HTML or Markdown. */
function cells(line: string): string[] {
  return line
    .replace(/<\/t[dh]>\s*<t[dh][^>]*>/g, '|')
    .replace(/<[^>]*>/g, '|')
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}
