import { range } from '../../core/range.ts'
import { estimated } from '../estimate.ts'
import { type Context, conclude } from './context.ts'

/** `estimate`: works out a plan. */
export function estimateCommand(context: Context): number {
  const { settings } = context
  const draft = estimated(settings, {
    pue: { pue: range(settings.pue ?? 1), source: 'as given' },
    grid: {
      gPerKwh: range(settings.intensity ?? 0),
      zone: null,
      kind: 'given',
      source: 'as given',
      asOf: null,
      fallback: false,
    },
    notes: [],
  })
  return conclude(context, draft, { trusted: true, ownScopes: ['job'] })
}
