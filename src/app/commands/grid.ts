import type { Command } from 'commander'
import { parseDuration } from '../../core/duration.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { parseInstant } from '../../core/instant.ts'
import type { Report } from '../../core/report.ts'
import { readReport } from '../../core/report-file.ts'
import { EXIT } from '../exit-status.ts'
import { intensityAt, intensityText } from '../intensity.ts'
import { locatedBy, openGrid } from '../open-grid.ts'
import { readNamed, writeWhole } from '../report-output.ts'
import { whenText, whenToRun } from '../when.ts'
import { whereText, whereToRun } from '../where.ts'
import type { Context } from './context.ts'

/** Flags of these commands that are no settings. */
interface QuestionOptions {
  readonly at?: string
  readonly report?: string
}

/** Settings that every question about the grid takes. */
export const GRID_SETTINGS = ['config', 'region', 'zone', 'grid-provider', 'grid-url', 'max-api-wait'] as const

/** `intensity`: the grid figure of a place. */
export async function intensityCommand(context: Context, command: Command): Promise<number> {
  const { settings, env } = context
  const { at } = command.opts<QuestionOptions>()
  const { place, notes } = await locatedBy(settings, env)
  const answer = await intensityAt(openGrid(settings, env), place, at === undefined ? null : parseInstant(at, 'at'))
  const { figure, ...json } = answer
  const all = [...notes, ...json.notes]
  return print(context, { ...json, notes: all }, intensityText({ figure, notes: all }))
}

/** `when`: the best start within a window. */
export async function whenCommand(context: Context, command: Command): Promise<number> {
  const { settings, env } = context
  if (settings.duration === undefined) {
    throw new ConfigurationError('duration is missing: how long does the work take, such as --duration "2 h"?')
  }
  const grid = openGrid(settings, env)
  const durationS = parseDuration(settings.duration, 'duration')
  const withinS = parseDuration(settings.within ?? '24 h', 'within')
  const { place, notes } = await locatedBy(settings, env)
  const energyWh = reportNamed(command)?.energy.total_wh ?? null
  const answer = await whenToRun(grid, place, { durationS, withinS, energyWh })
  const json = { ...answer, notes: [...notes, ...answer.notes] }
  return print(context, json, whenText(json, grid.now()))
}

/** `where`: the best place of a list. */
export async function whereCommand(context: Context, command: Command): Promise<number> {
  const { settings, env } = context
  const answer = await whereToRun(
    openGrid(settings, env),
    settings.regions ?? [],
    reportNamed(command),
    settings.pue ?? null,
  )
  return print(context, answer, whereText(answer))
}

/** JSON to where it was asked for; text for people to standard output, or to standard error when the JSON is there. */
function print({ console, output }: Context, value: unknown, text: string): number {
  const written = `${JSON.stringify(value, null, 2)}\n`
  if (output.json === true || output.json === '-') {
    console.out(written)
    console.err(text)
    return EXIT.ok
  }
  if (output.json !== undefined) writeWhole(output.json, written)
  console.out(text)
  return EXIT.ok
}

/** The report whose energy the savings are told for. @throws ConfigurationError */
function reportNamed(command: Command): Report | null {
  const { report } = command.opts<QuestionOptions>()
  return report === undefined ? null : readReport(readNamed(report, 'report'), report)
}
