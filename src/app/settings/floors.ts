import type { SetValues } from './table.ts'

/** Settings that have a stricter side: there an organisation's value is a floor, and a repository may go beyond it. */
const STRICTER: { readonly [Name in keyof SetValues]?: (a: SetValues[Name], b: SetValues[Name]) => SetValues[Name] } = {
  enforce: (a, b) => a || b,
  strict: (a, b) => a || b,
  embodied: (a, b) => a || b,
  'on-exceed': (a, b) => (a === 'stop' ? a : b),
  'stop-at': (a = [], b = []) => [...new Set([...a, ...b])],
  'stop-grace': (a, b) => Math.min(a ?? Number.POSITIVE_INFINITY, b ?? Number.POSITIVE_INFINITY),
  'cancel-run': (a, b) => a || b,
  'on-measurement-error': (a, b) => (a === 'fail' ? a : b),
  'min-coverage': (a, b) => Math.max(a ?? 0, b ?? 0),
}

/**
 * The organisation's settings as they apply over those of a repository: the stricter of the two where one is stricter, else
 * the organisation's.
 * @param set what the repository's file and the step set; defaults are not among them
 */
export function floored(organisation: SetValues, set: SetValues): SetValues {
  const { budget: _, ...values } = organisation
  const floors: Record<string, unknown> = { ...values }
  for (const name of Object.keys(STRICTER) as (keyof typeof STRICTER)[]) {
    if (values[name as keyof typeof values] === undefined || set[name] === undefined) continue
    const stricter = STRICTER[name] as (a: unknown, b: unknown) => unknown
    floors[name] = stricter(organisation[name], set[name])
  }
  return floors as SetValues
}
