import { parseDuration } from '../../core/duration.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { locate } from '../../grid/locate.ts'
import { readMachine } from '../../sensors/machine.ts'
import { rootFrom } from '../../sensors/root.ts'
import { gridOf } from '../grid/site-factors.ts'
import { USUAL_WINDOW_S, whenOutputs, whenText, whenToRun } from '../grid/when.ts'
import { whereText, whereToRun } from '../grid/where.ts'
import { type Start, openStep, policyOf } from './step.ts'

/** `mode: when`: says whether now is a good time, so that a workflow can defer by itself instead of holding a runner. */
export async function answerWhen(start: Start): Promise<void> {
  const { env } = start
  const step = await openStep(start)
  const { settings, notes } = await policyOf(step)
  const grid = gridOf(settings, step.gridAccess)
  const { cloud } = readMachine(rootFrom(env))
  const located = await locate(settings, { env, looksLike: cloud ? [cloud] : [] })
  const answer = await whenToRun(grid, located.place, {
    durationS: time(settings.duration, 'duration', '2 h'),
    withinS: settings.within === undefined ? USUAL_WINDOW_S : time(settings.within, 'within', '24 h'),
    energyWh: null,
  })
  const all = { ...answer, notes: [...notes, ...located.notes, ...answer.notes] }
  for (const [name, value] of Object.entries(whenOutputs(all))) step.commands.output(name, value)
  step.commands.print(whenText(all, grid.now()).trimEnd())
  const regions = settings.regions ?? []
  if (regions.length > 0)
    step.commands.print(whereText(await whereToRun(grid, regions, null, settings.pue ?? null)).trimEnd())
}

function time(text: string | undefined, name: string, example: string): number {
  if (text === undefined)
    throw new ConfigurationError(`${name} is missing: mode: when needs it, such as \`${name}: ${example}\``)
  return parseDuration(text, name)
}
