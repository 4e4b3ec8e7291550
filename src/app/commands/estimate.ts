import { estimated } from '../estimate.ts'
import { priced } from '../pricing.ts'
import { type Context, conclude, gridTokenOf } from './context.ts'

/** `estimate`: works out a plan. A plan says where it will run, or the figures of an unknown place stand in; the machine at hand is not asked. */
export async function estimateCommand(context: Context): Promise<number> {
  const { settings } = context
  const pricing = await priced(settings, {
    surroundings: { env: {}, looksLike: [] },
    gridToken: gridTokenOf(context),
    span: null,
    timeline: null,
    ownMachine: false,
  })
  return conclude(context, estimated(settings, pricing), { trusted: true, ownScopes: ['job'] })
}
