import type { Command } from 'commander'
import { ConfigurationError } from '../../core/errors.ts'
import { parseDuration } from '../../core/duration.ts'
import type { Report } from '../../core/report.ts'
import { parseInstant } from '../../core/instant.ts'
import { workflowSafe } from '../../core/workflow-safe.ts'
import { terminal } from '../../render/escape.ts'
import type { Grid } from '../../grid/choose.ts'
import { EXIT } from '../exit-status.ts'
import { renderIntensity } from '../../render/answers/intensity.ts'
import { renderWhen } from '../../render/answers/when.ts'
import { renderWhere } from '../../render/answers/where.ts'
import { intensityAt, intensityJson } from '../grid/intensity.ts'
import { locateHere } from '../grid/locate-here.ts'
import { gridOf } from '../grid/site-factors.ts'
import { isStandardOutput } from '../named-file.ts'
import { putJson } from '../target-file.ts'
import type { Settings } from '../settings/table.ts'
import { USUAL_WINDOW_S, whenToRun } from '../grid/when.ts'
import { whereToRun } from '../grid/where.ts'
import { readReportFile } from './find-reports.ts'
import { givenTo, gridAccessOf } from './context.ts'
import type { Host } from './host.ts'
import { resolveFlags } from '../settings/resolve-flags.ts'

/** Half a year: nothing waits longer, and no forecast reaches so far. */
const LONGEST_WINDOW_S = 183 * 86_400

interface GridContext {
  readonly settings: Settings
  readonly grid: Grid
  readonly host: Host
  readonly command: Command
}

async function gridContext(command: Command, host: Host): Promise<GridContext> {
  // The file's regions are the allowed ones, and its place and provider apply here as everywhere.
  const { settings } = await resolveFlags(givenTo(command, host.env))
  return { settings, grid: gridOf(settings, gridAccessOf(host)), host, command }
}

/** Prints an answer: text for people, to standard error when the JSON goes to standard output. */
function answer({ host, command }: GridContext, json: unknown, text: string): number {
  const target = command.getOptionValue('json') as string | true | undefined
  // Columns are aligned by several spaces, which stay.
  const shown = (line: string): string =>
    line
      .split(/( {2,})/)
      .map((piece) => (piece.trim() === '' ? piece : terminal(piece)))
      .join('')
  const lines = text.split('\n').map((line) => workflowSafe(shown(line)))
  if (target !== undefined) putJson(target, `${JSON.stringify(json, null, 2)}\n`, host.console)
  if (isStandardOutput(target)) host.console.err(lines.join('\n'))
  else host.console.out(lines.join('\n'))
  return EXIT.ok
}

/** `intensity`: the grid figure of a place. */
export async function intensityCommand(command: Command, host: Host): Promise<number> {
  const context = await gridContext(command, host)
  const at: unknown = command.getOptionValue('at')
  const { place, notes } = await locateHere(context.settings, host.env)
  const found = await intensityAt(context.grid, place, typeof at === 'string' ? parseInstant(at, '--at') : null)
  const all = [...notes, ...found.notes]
  return answer(context, intensityJson(found.figure, all), renderIntensity({ figure: found.figure, notes: all }))
}

/** `when`: the best start within a window. */
export async function whenCommand(command: Command, host: Host): Promise<number> {
  const context = await gridContext(command, host)
  const { place, notes } = await locateHere(context.settings, host.env)
  const found = await whenToRun(context.grid, place, {
    durationS: timeOption(context, 'duration', '2 h'),
    withinS: context.settings.within === undefined ? USUAL_WINDOW_S : timeOption(context, 'within', '24 h'),
    energyWh: reportOption(context)?.energy.total_wh ?? null,
  })
  const all = { ...found, notes: [...notes, ...found.notes] }
  return answer(context, all, renderWhen(all, context.grid.now()))
}

/** `where`: the best region of a list. */
export async function whereCommand(command: Command, host: Host): Promise<number> {
  const context = await gridContext(command, host)
  const list = context.settings.regions ?? []
  const found = await whereToRun(context.grid, list, reportOption(context), context.settings.pue ?? null)
  return answer(context, found, renderWhere(found))
}

function timeOption({ settings }: GridContext, name: 'duration' | 'within', example: string): number {
  const text = settings[name]
  if (text === undefined)
    throw new ConfigurationError(`${name} is missing: give a time, such as \`--${name} ${example}\``)
  const seconds = parseDuration(text, name)
  if (seconds > LONGEST_WINDOW_S)
    throw new ConfigurationError(`${name} is ${JSON.stringify(text)}: at most half a year is looked at`)
  return seconds
}

function reportOption({ command }: GridContext): Report | null {
  const file: unknown = command.getOptionValue('report')
  return typeof file === 'string' ? readReportFile(file) : null
}
