/** How a figure was obtained, best first: a meter; utilisation through a power curve; duration x typical power, or a plan. */
export const METHODS = ['measured', 'modelled', 'estimated'] as const
export type Method = (typeof METHODS)[number]

/** Minimum share of a sum's energy for a method to count for the whole. */
const METHOD_SHARE = 0.05

/**
 * The method of a sum: the worst one whose parts together make 5 % or more of its energy.
 * A part of unknown energy may be that much. Parts of unknown method are ignored; with no energy at all, the worst method present.
 * @returns null for no parts
 */
export function methodOfSum(
  parts: readonly { readonly method: Method | null; readonly wh: number | null }[],
): Method | null {
  const whOf = new Map<Method, number>()
  for (const { method, wh } of parts) if (method) whOf.set(method, (whOf.get(method) ?? 0) + (wh ?? 0))
  const total = [...whOf.values()].reduce((a, b) => a + b, 0)
  const isUnknown = (method: Method): boolean => parts.some((part) => part.method === method && part.wh === null)
  const worstFirst = METHODS.toReversed().filter((method) => whOf.has(method))
  return (
    worstFirst.find((method) => total === 0 || isUnknown(method) || (whOf.get(method) ?? 0) / total >= METHOD_SHARE) ??
    null
  )
}
