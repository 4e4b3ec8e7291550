/** Rounding of figures that a reader adds up. */

/**
 * Rounds figures so that what is shown of them adds up to what is shown of their sum: those with the largest rounding errors move by one
 * step. Figures below half a step, unknown ones, and figures that do not sum to the whole stay as they are.
 * @param step last shown place, in the unit of the figures
 */
export function roundedToSum(
  values: readonly (number | null)[],
  whole: number | null,
  step: number,
): (number | null)[] {
  const steps = values.map((value) => (value ?? 0) / step)
  const target = (whole ?? Number.NaN) / step
  const sum = steps.reduce((total, each) => total + each, 0)
  if (values.includes(null) || !(Math.abs(sum - target) < 0.5)) return [...values]
  const shown = steps.map((each) => (each < 0.5 ? each : Math.round(each)))
  const missing = Math.round(target) - Math.round(shown.reduce((total, each) => total + each, 0))
  const move = Math.sign(missing)
  const moved = new Set(
    shown
      .map((each, at) => ({ at, each, error: move * ((steps[at] ?? 0) - each) }))
      // What is shown as 1 must not become 0.
      .filter(({ each, error }) => error !== 0 && each + move >= 1)
      // Of equal ones the first stays the largest.
      .toSorted((a, b) => b.error - a.error || move * (a.at - b.at))
      .slice(0, Math.abs(missing))
      .map(({ at }) => at),
  )
  return shown.map((each, at) => (each + (moved.has(at) ? move : 0)) * step)
}

/**
 * Shares of one whole, as people read them in percent. Where rounding takes their sum above the whole, those that were rounded up most
 * are rounded down: three shares of 33.5, 33.5 and 33 % are 34, 33 and 33 %.
 */
export function sharesToShow(shares: readonly number[]): number[] {
  // Smaller ones are written with a decimal, and one of nearly all as well.
  const large = shares.map((share) => (share >= 0.01 && share < 0.995 ? share : 0))
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const isAbove = sum(large.map((share) => Math.round(share * 100))) > Math.round(sum(large) * 100)
  const rounded = isAbove ? roundedToSum(large, sum(large), 0.01) : large
  return shares.map((share, at) => rounded[at] || share)
}
