import { POWER_RANGES } from '../../data/power-ranges.ts'
import { GRID_PROVIDERS } from '../../grid/settings.ts'
import { GIGABYTES, GRAMS_PER_KWH, HOURS, PERCENT, SHARE, WATTS, YEARS } from './number-units.ts'
import { number, seconds } from './number-setting.ts'
import * as kind from './setting.ts'
import type { Setting } from './setting.ts'

/** Faster sampling costs more than it adds; slower than a minute misses whole steps. */
const INTERVAL = { from: 0.1, to: 60 }

/** GitHub stops a post step with the job; nothing may wait longer than this for a grid figure. */
const API_WAIT = { from: 0, to: 300 }

/** Kinds of budget lines that stop work only where a setting names them: a history decides over them. */
export const STOP_AT = ['day', 'week', 'month', 'growth'] as const

/** A checkpoint of a large model takes minutes; a day is as long as the sampler runs. */
const STOP_GRACE = { from: 0, to: 86_400 }

/** More GPUs than the largest clusters of 2026 have. The report names each, so that a typing error must not fill the memory. */
const MOST_GPUS = 100_000

/** Upper bound of hours and processors; larger values overflow the totals. */
const MOST = 1e9

/** Every setting, once: inputs of the action, flags of the command line and keys of the file all come from here. */
export const SETTINGS = {
  mode: kind.choice('what this step does', [
    'job',
    'report',
    'workflow',
    'logs',
    'estimate',
    'comment',
    'collect',
    'when',
  ]),
  budget: kind.budgets('budget lines, one a line; adds to the config file'),
  config: kind.text('path of the config file'),
  enforce: kind.flag('false: report only, never fail'),
  strict: kind.flag('true: a run in which no budget line is judged is indeterminate'),
  logs: kind.lines('globs of tracker logs, one a line'),
  format: kind.text('format of the logs; auto detects it by content'),
  'log-columns': kind.linesOrMapping('columns of a log of no known format, one a line, such as `energy: used in kWh`'),
  usage: kind.lines('globs of usage logs of language models, one a line'),
  factors: kind.text('file with your own energy of language models, Wh per 1000 tokens'),
  units: kind.units('count of the functional unit, such as `1000 inferences`'),
  region: kind.text('cloud region, such as `azure:eastus`'),
  zone: kind.text('grid zone or country, such as `DE` or `US-CAL-CISO`'),
  intensity: number('fixed grid intensity', 'gCO2e/kWh', { from: 0, to: 5000 }, GRAMS_PER_KWH),
  pue: number('power usage effectiveness of the building', '', { from: 1, to: 10 }, SHARE),
  embodied: kind.flag('false: leave out the manufacture of the hardware'),
  'lifetime-years': number('years that the hardware works', 'years', { above: 0, to: 20 }, YEARS),
  'boavizta-url': kind.text('address of your own BoaviztAPI, for minerals (kg Sb eq) of the hardware'),
  'grid-provider': kind.choice('live source of grid intensity; failures fall back to static', GRID_PROVIDERS),
  'grid-url': kind.text('address of the grid provider'),
  interval: seconds('sampling interval; when missing 1 s, slower on long jobs', INTERVAL),
  comment: kind.choice('pull-request comment', ['auto', 'true', 'false']),
  ledger: kind.ledger('where the history is: branch, `refs/...`, path or URL of a repository, `postgres://`'),
  'on-ledger-error': kind.choice('what to do with lines over time when the ledger cannot be read', ['warn', 'fail']),
  'on-period-exceeded': kind.choice('what a spent day, week or month does; when missing fail, on pull requests warn', [
    'fail',
    'warn',
  ]),
  'on-exceed': kind.choice('what a budget of the job does when it is used up: fail at the end, or stop the work', [
    'fail',
    'stop',
  ]),
  'stop-at': kind.words(
    'lines that on-exceed: stop watches besides those of the job: per day, week, month, growth',
    STOP_AT,
  ),
  'stop-grace': seconds('time for a checkpoint between SIGTERM and the end, with on-exceed: stop', STOP_GRACE),
  'cancel-run': kind.flag('true: cancel the run when the grace of a stop is over (needs actions: write)'),
  'on-measurement-error': kind.choice('what to do when no figure can be trusted', ['fail', 'warn']),
  reports: kind.flag('false: measured reports of jobs are not used, every job of a run is estimated'),
  'min-coverage': number('share of the time that must be covered; below: indeterminate', '', { from: 0, to: 1 }, SHARE),
  'max-api-wait': seconds('all waiting for grid providers together', API_WAIT),
  'top-processes': kind.flag('record which commands used the CPU (names only)'),
  hours: number('planned wall time', 'h', { above: 0, to: MOST }, HOURS),
  processors: number('count of equal processors of the given watts', '', { above: 0, to: MOST }),
  watts: number('power of one processor', 'W', POWER_RANGES.machine, WATTS),
  'idle-watts': number('power of the idle machine, read at the wall, without GPUs', 'W', POWER_RANGES.machine, WATTS),
  'full-watts': number(
    'power of the fully busy machine, read at the wall, without GPUs',
    'W',
    POWER_RANGES.machine,
    WATTS,
  ),
  instance: kind.text('instance type of a cloud, such as `aws:g5.xlarge`'),
  cpu: kind.text('CPU model name'),
  vcpus: number('hardware threads used', '', { above: 0, to: MOST }),
  gpu: kind.text('GPU model name'),
  gpus: number('count of GPUs', '', { from: 0, to: MOST_GPUS, whole: true }),
  'gpu-watts': number('mean power of one GPU, in place of that of its name', 'W', POWER_RANGES.gpu, WATTS),
  utilization: number('CPU utilisation', '%', { from: 0, to: 100 }, PERCENT),
  'gpu-utilization': number('GPU utilisation', '%', { from: 0, to: 100 }, PERCENT),
  'memory-gb': number('memory', 'GB', { from: 0, to: MOST }, GIGABYTES),
  plan: kind.text('path of a plan file'),
  duration: kind.text('how long the work takes, such as `2 h`'),
  within: kind.text('window in which it may start, such as `24 h`'),
  regions: kind.lines('regions to choose from, one a line or with commas between'),
  'check-run': kind.text('name of a check run to write (needs checks: write)'),
  'waiver-label': kind.text('pull-request label with which a person with write access waives a failure'),
} as const satisfies Record<string, Setting<unknown>>

export type SettingName = keyof typeof SETTINGS

/** Values that were set somewhere, read. */
export type SetValues = {
  readonly [Name in SettingName]?: ReturnType<(typeof SETTINGS)[Name]['read']>
}

/** Defaults. */
export const DEFAULTS = {
  mode: 'job',
  config: '.github/carbon-gate.yml',
  enforce: true,
  strict: false,
  embodied: true,
  format: 'auto',
  'grid-provider': 'static',
  comment: 'auto',
  ledger: '',
  'on-ledger-error': 'warn',
  'on-exceed': 'fail',
  'stop-at': [],
  'stop-grace': 300,
  'cancel-run': false,
  'on-measurement-error': 'fail',
  reports: true,
  'min-coverage': 0.9,
  'max-api-wait': 10,
  'top-processes': false,
  'waiver-label': 'carbon-waiver',
} as const satisfies SetValues

/** All settings after precedence: what has a default is always there. */
export type Settings = SetValues & Required<Pick<SetValues, keyof typeof DEFAULTS>>

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name)
}

/** Reads one setting's text. @throws ConfigurationError */
export function readSetting<Name extends SettingName>(name: Name, text: string): SetValues[Name] {
  return (SETTINGS[name] as Setting<SetValues[Name]>).read(text, name)
}

/** Reads texts by name; empty ones are unset. @throws ConfigurationError */
export function readSettings(texts: Readonly<Partial<Record<SettingName, string>>>): SetValues {
  const values: Partial<Record<SettingName, unknown>> = {}
  for (const [name, text] of Object.entries(texts) as [SettingName, string | undefined][]) {
    if (text !== undefined && text.trim() !== '') values[name] = readSetting(name, text)
  }
  return values as SetValues
}
