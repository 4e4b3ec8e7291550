import { estimated } from '../plan/estimate.ts'
import { withPlan } from '../plan/plan-file.ts'
import { priced } from '../grid/site-factors.ts'
import { type Context, conclude, gridAccessOf } from './context.ts'

/** `estimate`: calculates a plan. A plan without a place gets the world average; the current machine is not asked. */
export async function estimateCommand(context: Context): Promise<number> {
  const settings = withPlan(context.settings, context.given)
  const pricing = await priced(settings, { access: gridAccessOf(context) })
  return conclude(context, { draft: estimated(settings, pricing), judging: { doubt: null, ownScopes: ['job'] } })
}
