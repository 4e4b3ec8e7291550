import { estimated } from '../plan/estimate.ts'
import { withPlan } from '../plan/plan-file.ts'
import { priced } from '../grid/site-factors.ts'
import { conclude } from './conclude.ts'
import { runningJob } from './job-identity.ts'
import { type Start, openStep, policyOf } from './step.ts'

/** `mode: estimate`: judges a plan. */
export async function judgePlan(start: Start): Promise<void> {
  const { env } = start
  const step = await openStep(start)
  const policy = await policyOf(step)
  const settings = withPlan(policy.settings)
  const pricing = await step.deadline.outside(() => priced(settings, { access: step.gridAccess }))
  await conclude(step, {
    draft: estimated(settings, pricing),
    judging: { doubt: null, ownScopes: ['job'] },
    policy,
    job: runningJob(env),
    kind: 'estimate',
    advice: {},
  })
}
