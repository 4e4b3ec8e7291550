import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { type Invocation, type ModeResult, openContext, policyOf } from './context.ts'
import { givenInputs } from './inputs.ts'
import { withoutFigure } from '../../core/judge-report.ts'

/**
 * A job whose first half left no state: it was ended before it had loaded, or it crashed. Without a verdict the gate would be off where the
 * step may fail (`continue-on-error`).
 * @returns null where another mode worked in main, or where main has failed with a configuration error that the log shows
 */
export async function judgeUnstartedJob(invocation: Invocation): Promise<ModeResult | null> {
  const { env } = invocation
  if (!env['GITHUB_STATE'] || !measuresJob(env)) return null
  const context = await openContext(invocation)
  const policy = await policyOf(context)
  const error = new MeasurementError('the step ended before it began to measure, so this job has no figure', 'session')
  const figureless = withoutFigure({ kind: 'job', name: context.job.name }, error)
  return { ...figureless, context, policy, kind: 'job', advice: null }
}

function measuresJob(env: NodeJS.ProcessEnv): boolean {
  try {
    return (givenInputs(env).mode ?? 'job') === 'job'
  } catch (error) {
    if (error instanceof ConfigurationError) return false
    throw error
  }
}
