import { answerPlan } from '../plan/plan-file.ts'
import { type Context, conclude, gridAccessOf } from './context.ts'

/** `estimate`: calculates a plan. A plan without a place gets the world average; the current machine is not asked. */
export async function estimateCommand(context: Context): Promise<number> {
  const { settings, given } = context
  const { draft } = await answerPlan({ settings, given, access: gridAccessOf(context) })
  return conclude(context, { draft, judging: { doubt: null, ownScopes: ['job'] } })
}
