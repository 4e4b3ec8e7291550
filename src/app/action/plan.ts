import { estimated } from '../plan/estimate.ts'
import { withPlan } from '../plan/plan-file.ts'
import { priced } from '../grid/site-factors.ts'
import { type Invocation, type ModeResult, openContext, policyOf } from './context.ts'

/** `mode: estimate`: estimates a plan. */
export async function estimatePlan(invocation: Invocation): Promise<ModeResult> {
  const context = await openContext(invocation)
  const policy = await policyOf(context)
  const settings = withPlan(policy.settings)
  const pricing = await context.deadline.outside(() => priced(settings, { access: context.gridAccess }))
  return {
    draft: estimated(settings, pricing),
    judging: { doubt: null, ownScopes: ['job'] },
    context,
    policy,
    kind: 'estimate',
    advice: {},
  }
}
