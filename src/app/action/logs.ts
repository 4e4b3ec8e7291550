import { logsAsked } from '../logs/logs-report.ts'
import { conclude } from './conclude.ts'
import { runningJob } from './job-identity.ts'
import { type Start, openStep, policyOf } from './step.ts'

/** `mode: logs`: judges what trackers logged. */
export async function judgeLogs(start: Start): Promise<void> {
  const { env } = start
  const step = await openStep(start)
  const policy = await policyOf(step)
  // Neither reading nor a grid provider is charged to what is left for GitHub.
  const judgeable = await step.deadline.outside(() =>
    logsAsked(policy.settings, {
      files: policy.settings.logs ?? [],
      workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
      access: step.gridAccess,
    }),
  )
  await conclude(step, {
    ...judgeable,
    policy,
    job: runningJob(env),
    kind: 'logs',
    advice: {},
  })
}
