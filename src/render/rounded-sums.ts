/** Rounding of figures that a reader adds up. */

/**
 * Rounds figures so that the shown figures add up to the shown sum. The figures with the largest rounding errors move by one step.
 * Figures below half a step stay as they are. All stay as they are if one is unknown, or if they do not add up to the whole.
 * @param step size of the last shown place, in the unit of the figures
 */
export function roundedToSum(
  values: readonly (number | null)[],
  whole: number | null,
  step: number,
): (number | null)[] {
  const steps = values.map((value) => (value ?? 0) / step)
  const target = (whole ?? Number.NaN) / step
  const sum = steps.reduce((total, value) => total + value, 0)
  if (values.includes(null) || !(Math.abs(sum - target) < 0.5)) return [...values]
  const shown = steps.map((value) => (value < 0.5 ? value : Math.round(value)))
  const missing = Math.round(target) - Math.round(shown.reduce((total, value) => total + value, 0))
  const move = Math.sign(missing)
  const moved = new Set(
    shown
      .map((value, index) => ({ index, value, error: move * ((steps[index] ?? 0) - value) }))
      // A figure that is shown as 1 must not become 0.
      .filter(({ value, error }) => error !== 0 && value + move >= 1)
      // Among equal figures the first stays the largest.
      .toSorted((a, b) => b.error - a.error || move * (a.index - b.index))
      .slice(0, Math.abs(missing))
      .map(({ index }) => index),
  )
  return shown.map((value, index) => (value + (moved.has(index) ? move : 0)) * step)
}

/**
 * Rounds shares of one whole to percent. If the rounded shares add up to more than the whole, those that were rounded up most
 * are rounded down instead: three shares of 33.5, 33.5 and 33 % are 34, 33 and 33 %.
 */
export function sharesToShow(shares: readonly number[]): number[] {
  // Shares below 1 %, and those above 99.5 %, are shown with a decimal and need no rounding.
  const large = shares.map((share) => (share >= 0.01 && share < 0.995 ? share : 0))
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const isAbove = sum(large.map((share) => Math.round(share * 100))) > Math.round(sum(large) * 100)
  const rounded = isAbove ? roundedToSum(large, sum(large), 0.01) : large
  return shares.map((share, index) => rounded[index] || share)
}
