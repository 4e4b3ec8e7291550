import { parseDuration } from '../../core/duration.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { locateHere } from '../grid/locate-here.ts'
import { gridOf } from '../grid/site-factors.ts'
import { renderWhen } from '../../render/answers/when.ts'
import { renderWhere } from '../../render/answers/where.ts'
import { USUAL_WINDOW_S, whenOutputs, whenToRun } from '../grid/when.ts'
import { whereToRun } from '../grid/where.ts'
import { type Invocation, openContext, policyOf } from './context.ts'

/** `mode: when`: says whether now is a good time, so that a workflow can defer work without occupying a runner. */
export async function answerWhen(invocation: Invocation): Promise<null> {
  const context = await openContext(invocation)
  const { env, commands } = context
  const { settings, notes } = await policyOf(context)
  const grid = gridOf(settings, context.gridAccess)
  const located = await locateHere(settings, env)
  const answer = await whenToRun(grid, located.place, {
    durationS: requiredDuration(settings.duration),
    withinS: settings.within === undefined ? USUAL_WINDOW_S : parseDuration(settings.within, 'within'),
    energyWh: null,
  })
  const complete = { ...answer, notes: [...notes, ...located.notes, ...answer.notes] }
  for (const [name, value] of Object.entries(whenOutputs(complete))) commands.output(name, value)
  commands.print(renderWhen(complete, grid.now()).trimEnd())
  const regions = settings.regions ?? []
  if (regions.length > 0)
    commands.print(renderWhere(await whereToRun(grid, regions, null, settings.pue ?? null)).trimEnd())
  return null
}

function requiredDuration(text: string | undefined): number {
  if (text === undefined)
    throw new ConfigurationError('duration is missing: mode: when needs it, such as `duration: 2 h`')
  return parseDuration(text, 'duration')
}
