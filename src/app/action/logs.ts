import { logsAsked } from '../logs/logs-report.ts'
import { type Invocation, type ModeResult, openContext, policyOf } from './context.ts'

/** `mode: logs`: reads what trackers logged. */
export async function readLogs(invocation: Invocation): Promise<ModeResult> {
  const context = await openContext(invocation)
  const policy = await policyOf(context)
  // Reading logs and asking a grid provider must not use up the time for GitHub.
  const judgeable = await context.deadline.outside(() =>
    logsAsked(policy.settings, {
      files: policy.settings.logs ?? [],
      workspace: context.env['GITHUB_WORKSPACE'] ?? process.cwd(),
      access: context.gridAccess,
    }),
  )
  return { ...judgeable, context, policy, kind: 'logs', advice: {} }
}
